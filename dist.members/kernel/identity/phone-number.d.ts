/**
 * Mobile numbers of mainland China: 11 digits, the first 1, the second 3 to 9 (MIIT numbering plan 电信网编号计划).
 * Which of the ranges is in service changes every year and is not examined. Landlines and numbers of other regions
 * are refused: the number is where text messages and card notices go.
 */
export type PhoneNumberRefusal = 'CHARACTERS' | 'LENGTH' | 'NOT_MOBILE';
export type PhoneNumber = 
/** `value`: 11 digits without country code, the form that is stored and compared. */
{
    readonly ok: true;
    readonly value: string;
} | {
    readonly ok: false;
    readonly reason: PhoneNumberRefusal;
};
/** Reads a number as people type it: `+86 138-0000 1234`, `（86）138…`, full-width digits. The first rule broken is reported. */
export declare function parsePhoneNumber(text: string): PhoneNumber;
/**
 * The form in which a number may be shown: `138****1234`.
 * Anything that is not a mobile number becomes 11 stars. Masking twice changes nothing.
 */
export declare function maskPhoneNumber(value: string): string;
