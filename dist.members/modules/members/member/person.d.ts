import { type CalendarDay, type Problems, type RequestContext } from '../../../kernel/index.js';
/** A person as stated by themselves, an employer or a spreadsheet. */
export interface StatedPerson {
    readonly name: string;
    readonly nationalId: string;
    readonly phone: string;
    readonly gender?: string | null;
    readonly birthDate?: string | null;
    readonly employmentType: string;
    readonly occupation: string;
}
/** The same person with everything checked and in the form that is stored. */
export interface CheckedPerson {
    readonly name: string;
    readonly nationalId: string;
    readonly phone: string;
    readonly gender: 'MALE' | 'FEMALE';
    readonly birthDate: CalendarDay;
    readonly employmentType: string;
    readonly occupation: string;
}
/**
 * Checks what is stated of a person who joins on `on`; gender and birth date come from the identity number. Problems
 * are collected under `path`; the answer is null when there is one.
 */
export declare function checkPerson(stated: StatedPerson, on: CalendarDay, problems: Problems, path: readonly string[]): CheckedPerson | null;
/** Identity number and phone as they are stored in the row of a member: sealed, and as blind indexes. */
export declare function sealPerson(ctx: RequestContext, rowId: string, person: CheckedPerson): {
    nationalIdSealed: Buffer<ArrayBufferLike>;
    nationalIdIndex: Buffer<ArrayBufferLike>;
    phoneSealed: Buffer<ArrayBufferLike>;
    phoneIndex: Buffer<ArrayBufferLike>;
};
export declare function nationalIdIndex(ctx: RequestContext, nationalId: string): Buffer;
export declare function phoneIndex(ctx: RequestContext, phone: string): Buffer;
type SealedTable = 'members' | 'membership_applications';
type SealedColumn = 'national_id_sealed' | 'phone_sealed';
export declare function seal(ctx: RequestContext, table: SealedTable, column: SealedColumn, rowId: string, plain: string): Buffer;
/** The plain value of a sealed column; whoever shows it masks it. */
export declare function open(ctx: RequestContext, table: SealedTable, column: SealedColumn, rowId: string, sealed: Uint8Array): string;
export {};
