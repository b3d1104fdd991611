/**
 * Money is Chinese yuan. Inside the program it is a whole number of fen as `bigint` (1 yuan = 100 fen); outside, in
 * the graph and in files, it is a decimal string in yuan, `"12.30"`. It is never a float.
 */
/** 999,999,999,999.99 yuan: above any federation's yearly accounts, below what a client's double holds exactly. */
export const MAX_FEN = 99999999999999n;
/**
 * Reads a decimal string: optional `-`, digits without grouping or leading zeros, at most two decimals.
 * `"12"` is 1200 fen, `"12.3"` and `"12.30"` are both 1230.
 * The first rule broken is reported; nothing is ever rounded.
 */
export function parseMoney(text) {
    // A string this long is refused before the patterns run over it.
    if (text.length > 64)
        return { ok: false, reason: 'TOO_LARGE' };
    const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
    if (!match)
        return { ok: false, reason: 'FORMAT' };
    const decimals = match[3] ?? '';
    if (decimals.length > 2)
        return { ok: false, reason: 'DECIMALS' };
    const fen = BigInt(match[2] + decimals.padEnd(2, '0'));
    if (fen > MAX_FEN)
        return { ok: false, reason: 'TOO_LARGE' };
    return { ok: true, fen: match[1] === '-' ? -fen : fen };
}
/** `1230n` -> `"12.30"`, `-5n` -> `"-0.05"`: always two decimals, no grouping, no currency sign. */
export function formatMoney(fen) {
    const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
    return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
//# sourceMappingURL=money.js.map