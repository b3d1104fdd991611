import { describe, expect, test } from '@jest/globals';
import {
  creditCodeCheckCharacter,
  isCreditCode,
  organizationCodeCheckCharacter,
  parseCreditCode,
} from '../../../src/kernel/identity/credit-code.js';

const reason = (text: string) => {
  const code = parseCreditCode(text);
  return code.ok ? 'OK' : code.reason;
};

describe('unified social credit codes (GB 32100-2015)', () => {
  test('published codes are read in full', () => {
    expect(parseCreditCode('91350100M000100Y43')).toEqual({
      ok: true,
      value: '91350100M000100Y43',
      registrar: '9',
      areaCode: '350100',
      organizationCode: 'M000100Y4',
    });
    for (const code of ['91110000600037341L', '91440300708461136T', '91110108551385082Q']) {
      expect(isCreditCode(code)).toBe(true);
    }
  });

  test('a code is read as people type it: spaces, small and full-width letters', () => {
    expect(parseCreditCode('9135 0100 m000100y43')).toMatchObject({ ok: true, value: '91350100M000100Y43' });
    expect(isCreditCode('９１３５０１００Ｍ０００１００Ｙ４３')).toBe(true);
  });

  test('a check character that is off by one is refused', () => {
    expect(reason('91350100M000100Y44')).toBe('CHECK_CHARACTER');
  });

  test('every single wrong digit is refused', () => {
    const good = '91350100M000100Y43';
    for (let i = 2; i < 8; i++) {
      const wrong = String((Number(good[i]) + 1) % 10);
      expect(reason(good.slice(0, i) + wrong + good.slice(i + 1))).toBe('CHECK_CHARACTER');
    }
  });

  test('the letters I, O, S, V and Z are never part of a code', () => {
    for (const letter of 'IOSVZ') {
      expect(reason(`91350100${letter}000100Y43`)).toBe('CHARACTERS');
      expect(reason(`91350100M000100Y4${letter}`)).toBe('CHARACTERS');
    }
  });

  test('a letter in the area code is refused', () => {
    expect(reason('913501A0M000100Y43')).toBe('CHARACTERS');
  });

  test('other lengths are refused, a 15-digit business licence among them', () => {
    for (const text of ['', '350100100000000', '91350100M000100Y4', '91350100M000100Y433'])
      expect(reason(text)).toBe('LENGTH');
  });

  test('the check character is computed of a well-formed body only', () => {
    expect(creditCodeCheckCharacter('91350100M000100Y4')).toBe('3');
    expect(() => creditCodeCheckCharacter('91350100M000100Y')).toThrow(RangeError);
  });

  test('the organization code of GB 11714 has a check character of its own', () => {
    expect(organizationCodeCheckCharacter('D2143569')).toBe('X');
    expect(organizationCodeCheckCharacter('60003734')).toBe('1');
    expect(() => organizationCodeCheckCharacter('D214356')).toThrow(RangeError);
  });
});
