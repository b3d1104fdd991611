import { describe, expect, test } from '@jest/globals';
import { readScale } from '../../../src/commands/seed.js';

describe('the scale of the demo', () => {
  test.each([
    ['full', 1],
    ['1:1', 1],
    ['1:100', 100],
    ['1:1000', 1_000],
  ])('%s divides the reported figures by %i', (text, divisor) => {
    expect(readScale(text)).toBe(divisor);
  });

  test.each(['', '100', '1:0', '1:1001', '2:1', '1:1e3'])('is refused when it is «%s»', (text) => {
    expect(() => readScale(text)).toThrow('write full, or 1:1 to 1:1000');
  });
});
