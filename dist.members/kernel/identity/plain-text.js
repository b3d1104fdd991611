/**
 * Brings a hand-typed or pasted identifier to the characters it means, before any rule looks at it:
 * full-width forms become ASCII (１３８ -> 138, Ｘ -> X), and white space and invisible format characters
 * (zero-width space, the direction marks phones put around copied numbers) are dropped.
 *
 * Text longer than 64 characters is no identifier; it is returned as it came, so that the caller's length
 * rule refuses it without the work of normalising it.
 */
export function plainText(text) {
    return text.length > 64 ? text : text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
}
//# sourceMappingURL=plain-text.js.map