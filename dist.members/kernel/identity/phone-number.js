import { plainText } from './plain-text.js';
/** Drops what people put around and between the digits, and the country code in its forms `+86`, `0086`, `86`. */
function bare(text) {
    const digits = plainText(text).replace(/[-‐-―().·]/g, '');
    return digits.replace(/^(?:\+86|0086|86(?=.{11}$))/, '');
}
/** Reads a number as people type it: `+86 138-0000 1234`, `（86）138…`, full-width digits. The first rule broken is reported. */
export function parsePhoneNumber(text) {
    const value = bare(text);
    if (!/^\d*$/.test(value))
        return { ok: false, reason: 'CHARACTERS' };
    if (value.length !== 11)
        return { ok: false, reason: 'LENGTH' };
    if (!/^1[3-9]/.test(value))
        return { ok: false, reason: 'NOT_MOBILE' };
    return { ok: true, value };
}
/**
 * The form in which a number may be shown: `138****1234`.
 * Anything that is not a mobile number becomes 11 stars. Masking twice changes nothing.
 */
export function maskPhoneNumber(value) {
    const plain = bare(value);
    if (!/^1[3-9]\d[\d*]{4}\d{4}$/.test(plain))
        return '*'.repeat(11);
    return `${plain.slice(0, 3)}****${plain.slice(7)}`;
}
//# sourceMappingURL=phone-number.js.map