import { describe, expect, test } from '@jest/globals';
import { maskPhoneNumber, parsePhoneNumber } from '../../../src/kernel/identity/phone-number.js';

const reason = (text: string) => {
  const phone = parsePhoneNumber(text);
  return phone.ok ? 'OK' : phone.reason;
};

describe('mobile numbers of mainland China', () => {
  test('every way of typing a number gives the same eleven digits', () => {
    for (const typed of [
      '13800001234',
      ' 138 0000 1234 ',
      '138-0000-1234',
      '138–0000–1234',
      '+8613800001234',
      '+86 138 0000 1234',
      '0086 13800001234',
      '8613800001234',
      '（86）138-0000-1234',
      '１３８００００１２３４',
      '\u202d13800001234\u202c',
    ]) {
      expect(parsePhoneNumber(typed)).toEqual({ ok: true, value: '13800001234' });
    }
  });

  test('landlines, short numbers and second digits below three are refused', () => {
    expect(reason('02112345678')).toBe('NOT_MOBILE');
    expect(reason('12800001234')).toBe('NOT_MOBILE');
    expect(reason('12351')).toBe('LENGTH');
    expect(reason('')).toBe('LENGTH');
    expect(reason('138000012345')).toBe('LENGTH');
  });

  test('a masked number and a number of another country are refused', () => {
    expect(reason('138****1234')).toBe('CHARACTERS');
    expect(reason('+4915112345678')).toBe('CHARACTERS');
  });

  test('a mask keeps three and four digits', () => {
    expect(maskPhoneNumber('13800001234')).toBe('138****1234');
    expect(maskPhoneNumber('+86 138 0000 1234')).toBe('138****1234');
  });

  test('masking twice changes nothing', () => {
    expect(maskPhoneNumber(maskPhoneNumber('13800001234'))).toBe('138****1234');
  });

  test('what is no mobile number is masked altogether', () => {
    for (const value of ['', '021-12345678', '12351', '张三', '1'.repeat(100)])
      expect(maskPhoneNumber(value)).toBe('*'.repeat(11));
  });
});
