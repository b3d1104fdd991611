import { kernelErrors } from '../errors/kernel-errors.js';
import { Refusal, refuse } from '../errors/refusal.js';

/** SQLSTATE -> what it means to a caller. Anything else is a fault of ours and stays as it is. */
const meanings: Readonly<Record<string, keyof typeof kernelErrors>> = {
  '22021': 'MALFORMED', // a zero byte in a text
  '22P05': 'MALFORMED', // the same, in JSON
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

/** What the pool says when no connection came free in time; it brings no SQLSTATE. */
const POOL_EXHAUSTED = 'timeout exceeded when trying to connect';
/** What the server says of a statement with a zero byte in it, which the entity manager writes into the text. */
const CUT_SHORT = 'invalid message format';

/** The one mapper from database errors to ours. */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const state = sqlState(error);
  const meaning = state === undefined ? undefined : meanings[state];
  if (!meaning) return error;
  const refusal = refuse(kernelErrors[meaning]);
  refusal.cause = error;
  return refusal;
}

function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('message' in error && error.message === POOL_EXHAUSTED) return '53300';
  if ('message' in error && error.message === CUT_SHORT) return '22021';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? sqlState(error.cause) : undefined;
}
