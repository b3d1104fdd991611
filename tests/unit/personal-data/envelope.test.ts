import { createSecretKey, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { decrypt, encrypt } from '../../../src/kernel/personal-data/envelope.js';

const key = createSecretKey(randomBytes(32));

test('no nonce comes twice, however many values are sealed in one go, and each opens in its place alone', () => {
  const sealed = Array.from({ length: 2_000 }, (_, at) => encrypt(key, `${at}`, `place ${at}`));
  const nonces = new Set(sealed.map((value) => value.subarray(0, 12).toString('hex')));
  expect(nonces.size).toBe(sealed.length);
  for (const [at, value] of sealed.entries()) expect(decrypt(key, value, `place ${at}`).toString()).toBe(`${at}`);
  expect(() => decrypt(key, sealed[0]!, 'place 1')).toThrow();
});
