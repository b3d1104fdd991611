import { describe, expect, test } from '@jest/globals';
import { crc32 } from 'node:zlib';
import { isWellFormed, looksLikeKey, newKey, shownPartOf } from '../key/key-format.js';

describe('a key of a client', () => {
  test('is known by its beginning and its checksum', () => {
    const keys = Array.from({ length: 500 }, () => newKey('live'));
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) {
      expect(key).toMatch(/^lxk_live_[0-9A-Za-z]{32}_[0-9A-Za-z]{6}$/);
      expect(isWellFormed(key)).toBe(true);
    }
    expect(newKey('demo')).toMatch(/^lxk_demo_/);
  });

  test('with any single character changed is not well formed, and needs no database to be refused', () => {
    const key = newKey('live');
    const slips = [...key].flatMap((character, at) => {
      const other = character === 'a' ? 'b' : 'a';
      return [`${key.slice(0, at)}${other}${key.slice(at + 1)}`];
    });
    expect(slips.filter(isWellFormed)).toEqual([]);
    expect([`${key} `, key.slice(0, -1), `${key}0`, 'lxk_live__', 'lxk_'].filter(isWellFormed)).toEqual([]);
  });

  test('has the checksum that the documentation describes: CRC-32 of all before it, in base 62', () => {
    const key = newKey('live');
    const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    const value = [...key.slice(-6)].reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0);
    expect(value).toBe(crc32(key.slice(0, -7)));
  });

  test('shows eight characters of its secret and no more', () => {
    const key = newKey('live');
    expect(key.startsWith(shownPartOf(key))).toBe(true);
    expect(shownPartOf(key)).toHaveLength('lxk_live_'.length + 8);
  });

  test('is told from other tokens', () => {
    expect([looksLikeKey(newKey('live')), looksLikeKey('eyJhbGciOiJFUzI1NiJ9.e30.x')]).toEqual([true, false]);
  });
});
