import { describe, expect, test } from '@jest/globals';
import { formatMoney, MAX_FEN, parseMoney } from '../../../src/kernel/money/money.js';

describe('money', () => {
  test('yuan with none, one or two decimals become whole fen', () => {
    const cases: [string, bigint][] = [
      ['0', 0n],
      ['12', 1200n],
      ['12.3', 1230n],
      ['12.30', 1230n],
      ['0.05', 5n],
      ['-0.05', -5n],
      ['-0', 0n],
      ['999999999999.99', MAX_FEN],
      ['-999999999999.99', -MAX_FEN],
    ];
    for (const [text, fen] of cases) expect(parseMoney(text)).toEqual({ ok: true, fen });
  });

  test('nothing is rounded: a third decimal is refused, even a zero', () => {
    for (const text of ['0.005', '1.000']) expect(parseMoney(text)).toEqual({ ok: false, reason: 'DECIMALS' });
  });

  test('grouping, exponents, signs, bare points, leading zeros and spaces are refused', () => {
    for (const text of [
      '',
      '.5',
      '5.',
      '1,000.00',
      '1e3',
      '+1',
      '007',
      ' 1',
      '1 ',
      '¥1',
      '--1',
      'NaN',
      'Infinity',
      '0x10',
      '１２',
    ]) {
      expect(parseMoney(text)).toEqual({ ok: false, reason: 'FORMAT' });
    }
  });

  test('amounts of a trillion yuan are refused', () => {
    for (const text of ['1000000000000', '-1000000000000.00', '9'.repeat(60), '9'.repeat(1_000_000)]) {
      expect(parseMoney(text)).toEqual({ ok: false, reason: 'TOO_LARGE' });
    }
  });

  test('fen are shown with two decimals and come back the same', () => {
    expect(formatMoney(0n)).toBe('0.00');
    expect(formatMoney(5n)).toBe('0.05');
    expect(formatMoney(-5n)).toBe('-0.05');
    expect(formatMoney(-120_050n)).toBe('-1200.50');
    for (const fen of [0n, 1n, 99n, 100n, -101n, MAX_FEN, -MAX_FEN])
      expect(parseMoney(formatMoney(fen))).toEqual({ ok: true, fen });
  });
});
