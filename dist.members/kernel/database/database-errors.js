import { kernelErrors } from '../errors/kernel-errors.js';
import { Refusal, refuse } from '../errors/refusal.js';
/** SQLSTATE -> what it means to a caller. Anything else is a fault of ours and stays as it is. */
const meanings = {
    '22P02': 'MALFORMED', // text that is no uuid, number … (a cursor that was tampered with)
    '22003': 'MALFORMED', // number out of range
    '22007': 'MALFORMED', // no date
    '22008': 'MALFORMED', // date out of range
    '23505': 'CONFLICT', // unique violation
    '23P01': 'CONFLICT', // exclusion violation
    '40001': 'BUSY', // serialization failure
    '40P01': 'BUSY', // deadlock
    '55P03': 'BUSY', // lock not available
    '57014': 'BUSY', // statement timeout
    '53300': 'BUSY', // too many connections
};
/** The one mapper from database errors to ours. */
export function mapDatabaseError(error) {
    if (error instanceof Refusal)
        return error;
    const state = sqlState(error);
    const meaning = state === undefined ? undefined : meanings[state];
    if (!meaning)
        return error;
    const refusal = refuse(kernelErrors[meaning]);
    refusal.cause = error;
    return refusal;
}
function sqlState(error) {
    if (typeof error !== 'object' || error === null)
        return undefined;
    if ('code' in error && typeof error.code === 'string')
        return error.code;
    return 'cause' in error ? sqlState(error.cause) : undefined;
}
//# sourceMappingURL=database-errors.js.map