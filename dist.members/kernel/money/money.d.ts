/**
 * Money is Chinese yuan. Inside the program it is a whole number of fen as `bigint` (1 yuan = 100 fen); outside, in
 * the graph and in files, it is a decimal string in yuan, `"12.30"`. It is never a float.
 */
export type MoneyRefusal = 'FORMAT' | 'DECIMALS' | 'TOO_LARGE';
export type Money = 
/** `fen`: may be negative (a void, a correction), never beyond `MAX_FEN` either way. */
{
    readonly ok: true;
    readonly fen: bigint;
} | {
    readonly ok: false;
    readonly reason: MoneyRefusal;
};
/** 999,999,999,999.99 yuan: above any federation's yearly accounts, below what a client's double holds exactly. */
export declare const MAX_FEN = 99999999999999n;
/**
 * Reads a decimal string: optional `-`, digits without grouping or leading zeros, at most two decimals.
 * `"12"` is 1200 fen, `"12.3"` and `"12.30"` are both 1230.
 * The first rule broken is reported; nothing is ever rounded.
 */
export declare function parseMoney(text: string): Money;
/** `1230n` -> `"12.30"`, `-5n` -> `"-0.05"`: always two decimals, no grouping, no currency sign. */
export declare function formatMoney(fen: bigint): string;
