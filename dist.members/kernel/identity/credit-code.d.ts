/**
 * Unified social credit codes (统一社会信用代码) of employers and of unions that are legal persons, GB 32100-2015:
 * 1 registering authority (9 market regulation, 8 trade unions, 5 civil affairs …), 1 category, 6 digits area of the
 * registrar (GB/T 2260), 9 characters organization code (GB 11714), 1 check character (mod 31).
 */
export type CreditCodeRefusal = 'LENGTH' | 'CHARACTERS' | 'CHECK_CHARACTER';
export type CreditCode = {
    readonly ok: true;
    /** 18 characters in upper case. */
    readonly value: string;
    /** First character; `8` is a union body, `9` a firm. */
    readonly registrar: string;
    /** 6 digits, GB/T 2260. */
    readonly areaCode: string;
    /** 9 characters, GB 11714; what statistics and older registers know the body by. */
    readonly organizationCode: string;
} | {
    readonly ok: false;
    readonly reason: CreditCodeRefusal;
};
/** The 31 permitted characters, each worth its position: no I, O, S, V, Z. */
export declare const CREDIT_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/**
 * The 18th character that belongs to the first 17.
 * @throws RangeError when `first17` is not the body of a code; callers parse first.
 */
export declare function creditCodeCheckCharacter(first17: string): string;
/**
 * Reads a code as people type it (spaces, full-width and small letters). The first rule broken is reported.
 * The inner check character of the organization code is not examined: codes in force break it, the outer one holds.
 */
export declare function parseCreditCode(text: string): CreditCode;
/** Whether `text` is a valid code, as `parseCreditCode` reads it. */
export declare function isCreditCode(text: string): boolean;
/**
 * The ninth character of an organization code (GB 11714-1997, mod 11, `X` for ten).
 * @throws RangeError when `first8` is not eight digits or capital letters.
 */
export declare function organizationCodeCheckCharacter(first8: string): string;
