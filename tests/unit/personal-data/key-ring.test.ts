import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { KeyRing } from '../../../src/kernel/personal-data/key-ring.js';
import { openKeyService } from '../../../src/kernel/personal-data/key-service.js';

let home: string;
const file = () => join(home, 'keys/ring.json');
const plain = Buffer.alloc(32, 7);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lianxin-ring-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('the key ring', () => {
  test('is made at first use, once, readable by its owner alone', async () => {
    const rings = Array.from({ length: 8 }, () => new KeyRing(home));
    const wrapped = await Promise.all(rings.map((ring) => ring.wrap(plain, 'here')));
    expect(new Set(wrapped.map(({ keyId }) => keyId)).size).toBe(1);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'keys')).mode & 0o777).toBe(0o700);
  });

  test('opens what it wrapped, and nothing that was altered or belongs elsewhere', async () => {
    const ring = new KeyRing(home);
    const { keyId, wrapped } = await ring.wrap(plain, 'here');
    expect(await ring.unwrap(keyId, wrapped, 'here')).toEqual(plain);
    await expect(ring.unwrap(keyId, wrapped, 'there')).rejects.toThrow();
    wrapped[20]! ^= 1;
    await expect(ring.unwrap(keyId, wrapped, 'here')).rejects.toThrow();
  });

  test('what was wrapped before a rotation still opens, also in a process that rotated nothing', async () => {
    const [one, other] = [new KeyRing(home), new KeyRing(home)];
    const old = await one.wrap(plain, 'here');
    await other.unwrap(old.keyId, old.wrapped, 'here');
    const current = await one.rotate();
    const fresh = await one.wrap(plain, 'here');
    expect(fresh.keyId).toBe(current);
    expect(current).not.toBe(old.keyId);
    expect(await other.unwrap(fresh.keyId, fresh.wrapped, 'here')).toEqual(plain);
    expect(await other.unwrap(old.keyId, old.wrapped, 'here')).toEqual(plain);
    expect((await other.wrap(plain, 'here')).keyId).toBe(current);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test('a second rotation at the same time is refused in words', async () => {
    const ring = new KeyRing(home);
    await ring.wrap(plain, 'here');
    writeFileSync(`${file()}.lock`, '');
    await expect(ring.rotate()).rejects.toThrow(/another process rotates/);
  });

  test('the ring of another installation is told apart, however few versions it has', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'lianxin-ring-'));
    try {
      const { keyId, wrapped } = await new KeyRing(elsewhere).wrap(plain, 'here');
      await expect(new KeyRing(home).unwrap(keyId, wrapped, 'here')).rejects.toThrow(/has no version .* restore/);
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });

  test.each(['', '{}', '{"current":"1-00000000","versions":[]}'])('a broken file (%j) is refused', async (content) => {
    const ring = new KeyRing(home);
    await ring.wrap(plain, 'here');
    chmodSync(file(), 0o600);
    writeFileSync(file(), content);
    await expect(ring.wrap(plain, 'here')).rejects.toThrow(/no key ring/);
    expect(readFileSync(file(), 'utf8')).toBe(content);
  });
});

describe('a key service of one’s own', () => {
  test('is the default export of a module', async () => {
    const path = join(home, 'service.mjs');
    writeFileSync(
      path,
      `export default { wrap: async () => ({}), unwrap: async () => 'mine', rotate: async () => '' };`,
    );
    expect(await (await openKeyService(home, path)).unwrap('', plain, '')).toBe('mine');
  });

  test('is refused when a method is missing', async () => {
    const path = join(home, 'half.mjs');
    writeFileSync(path, 'export default { wrap() {} };');
    await expect(openKeyService(home, path)).rejects.toThrow(/no method unwrap/);
  });
});
