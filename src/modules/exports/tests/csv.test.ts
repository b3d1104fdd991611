import { describe, expect, test } from '@jest/globals';
import { lines } from '../export/csv.js';

describe('a line of CSV', () => {
  test.each(['=1+1', '+86', '-1', '@cmd', '\tx', '\rx'])('takes away the meaning of %j as a formula', (text) => {
    expect(lines([[text]]).toString()).toMatch(/^"?'/);
  });

  test('keeps what is plain, and quotes what would break it', () => {
    expect(lines([['王芳', 'a,b', 'a"b', 'a\nb', 12, true, null]]).toString()).toBe(
      '王芳,"a,b","a""b","a\nb",12,true,\r\n',
    );
  });

  test('begins a file with the mark by which spreadsheet programs know UTF-8', () => {
    expect(lines([['x']], true).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(lines([['x']])[0]).toBe(0x78);
  });
});
