import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { openedStream, openSealed, sealedSize, sealStream } from '../../../src/kernel/files/sealed-stream.js';

const PIECE = 64 * 1024 + 16;
const key = randomBytes(32);

async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collected(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

const sealed = (bytes: Buffer, part = 10_000) => collected(sealStream(inParts(bytes, part), key, 'here'));
const opened = (bytes: Buffer, place = 'here', with_ = key) =>
  collected(openSealed(inParts(bytes, 7_777), with_, place));

describe('a sealed stream', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])('of %d bytes opens to what it was', async (size) => {
    const plain = randomBytes(size);
    const bytes = await sealed(plain);
    expect(bytes.length).toBe(sealedSize(size));
    expect((await opened(bytes)).equals(plain)).toBe(true);
  });

  test('opens in no other place and under no other key', async () => {
    const bytes = await sealed(Buffer.from('诊断书'));
    await expect(opened(bytes, 'there')).rejects.toThrow();
    await expect(opened(bytes, 'here', randomBytes(32))).rejects.toThrow();
  });

  test('closes what it reads from and empties its key, also when nobody has begun to read', async () => {
    const source = Readable.from([Buffer.from('sealed')]);
    const own = Buffer.from(key);
    openedStream(source, own, 'here').destroy();
    await new Promise((resolve) => setImmediate(resolve));
    expect(source.destroyed).toBe(true);
    expect(own.equals(Buffer.alloc(32))).toBe(true);
  });

  const plain = randomBytes(200_000);
  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['changed in one bit', (bytes) => Buffer.from(bytes.map((byte, at) => (at === 100_000 ? byte ^ 1 : byte)))],
    ['cut off between two pieces', (bytes) => bytes.subarray(0, 1 + 2 * PIECE)],
    ['cut off inside a piece', (bytes) => bytes.subarray(0, 100_000)],
    ['cut off before the first piece', (bytes) => bytes.subarray(0, 1)],
    ['longer than it was', (bytes) => Buffer.concat([bytes, Buffer.from([0])])],
    [
      'with two pieces exchanged',
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, 1),
          bytes.subarray(1 + PIECE, 1 + 2 * PIECE),
          bytes.subarray(1, 1 + PIECE),
          bytes.subarray(1 + 2 * PIECE),
        ]),
    ],
    ['of another version', (bytes) => Buffer.concat([Buffer.from([9]), bytes.subarray(1)])],
    ['that is empty', () => Buffer.alloc(0)],
  ])('%s is refused', async (_name, harm) => {
    await expect(opened(harm(await sealed(plain)))).rejects.toThrow();
  });
});
