import { describe, expect, test } from '@jest/globals';
import { maskNationalId, nationalIdCheckCharacter, parseNationalId } from '../../../src/kernel/identity/national-id.js';

const reason = (text: string) => {
  const id = parseNationalId(text);
  return id.ok ? 'OK' : id.reason;
};
/** Completes 17 digits, so that only the rule under test can fail. */
const complete = (first17: string) => first17 + nationalIdCheckCharacter(first17);

describe('resident identity numbers (GB 11643-1999)', () => {
  test('the two examples printed in the standard are read in full', () => {
    expect(parseNationalId('11010519491231002X')).toEqual({
      ok: true,
      value: '11010519491231002X',
      birthDate: '1949-12-31',
      gender: 'FEMALE',
      areaCode: '110105',
    });
    expect(parseNationalId('440524188001010014')).toMatchObject({ ok: true, birthDate: '1880-01-01', gender: 'MALE' });
  });

  test('a number is read as people type it: spaces, full-width digits, small x', () => {
    for (const typed of [
      ' 110105 19491231 002x ',
      '１１０１０５１９４９１２３１００２Ｘ',
      '\u200b11010519491231002x\u202c',
    ]) {
      expect(parseNationalId(typed)).toMatchObject({ ok: true, value: '11010519491231002X' });
    }
  });

  test('a check digit that is off by one is refused', () => {
    expect(reason('110105194912310020')).toBe('CHECK_DIGIT');
    expect(reason('440524188001010015')).toBe('CHECK_DIGIT');
  });

  test('every single wrong digit and every swap of neighbours is refused', () => {
    const good = '440524188001010014';
    for (let i = 0; i < 17; i++) {
      const wrong = String((Number(good[i]) + 1) % 10);
      expect(reason(good.slice(0, i) + wrong + good.slice(i + 1))).not.toBe('OK');
      if (i < 16 && good[i] !== good[i + 1]) {
        expect(reason(good.slice(0, i) + good[i + 1] + good[i] + good.slice(i + 2))).not.toBe('OK');
      }
    }
  });

  test('a birth date that is no calendar day is refused before the check digit is looked at', () => {
    for (const date of ['20260229', '19000229', '20260431', '20261301', '20260100', '17991231', '22000101']) {
      expect(reason(complete(`310113${date}001`))).toBe('BIRTH_DATE');
    }
    expect(reason(complete('31011320240229001'))).toBe('OK');
  });

  test('other lengths, the old 15 digits among them, are refused', () => {
    for (const text of ['', '110105491231002', '11010519491231002', '11010519491231002X1', '1'.repeat(10_000)]) {
      expect(reason(text)).toBe('LENGTH');
    }
  });

  test('letters, an X before the end and a leading zero are refused', () => {
    for (const text of ['1101051949123100AX', '1101051949123100XX', '01010519491231002X', '3101***********02X']) {
      expect(reason(text)).toBe('CHARACTERS');
    }
  });

  test('a permanent resident from abroad, whose number begins with 9, is read', () => {
    expect(parseNationalId(complete('93115619800101002'))).toMatchObject({ ok: true, areaCode: '931156' });
  });

  test('the check character is computed of 17 digits only', () => {
    expect(() => nationalIdCheckCharacter('1101051949123100')).toThrow(RangeError);
    expect(() => nationalIdCheckCharacter('1101051949123100X')).toThrow(RangeError);
  });

  test('a mask keeps four and three characters and nothing of the birth date', () => {
    expect(maskNationalId('11010519491231002X')).toBe('1101***********02X');
    expect(maskNationalId(' 11010519491231002x')).toBe('1101***********02X');
  });

  test('masking twice changes nothing', () => {
    expect(maskNationalId(maskNationalId('11010519491231002X'))).toBe('1101***********02X');
  });

  test('what is no identity number is masked altogether', () => {
    for (const value of ['', '110105491231002', 'passport E12345678', '11010519491231002XX', '密文']) {
      expect(maskNationalId(value)).toBe('*'.repeat(18));
    }
  });
});
