import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { DOCUMENT, type Packed, zipOf } from '../../../../tests/support/archives.js';
import { ZipWalk } from '../content/zip-walk.js';

const MEBIBYTE = 1024 * 1024;

async function walk(archive: Buffer, part: number, maxUnpacked = 50 * MEBIBYTE): Promise<string[]> {
  const found = new ZipWalk({ maxUnpacked });
  for (let at = 0; at < archive.length; at += part) await found.push(archive.subarray(at, at + part));
  found.end();
  return found.names;
}

const stored: Packed = { name: 'a.txt', content: Buffer.from('plain'), stored: true };
const zeros = (megabytes: number): Packed => ({
  name: 'big',
  content: Buffer.alloc(megabytes * MEBIBYTE),
  later: true,
});
/** Archives of so many megabytes of zeros: packing them takes longer than looking into them. */
const [nine, twenty, sixty] = [9, 20, 60].map((megabytes) => zipOf([zeros(megabytes)])) as [Buffer, Buffer, Buffer];
/** The same as {@link sixty} as a packed content alone. */
const bomb = deflateRawSync(Buffer.alloc(60 * MEBIBYTE));

describe('an archive', () => {
  test.each([1, 3, 64, 65_536])('is read alike in parts of %d bytes', async (part) => {
    const archive = zipOf([...DOCUMENT, stored, { name: 'empty', content: Buffer.alloc(0) }]);
    expect(await walk(archive, part)).toEqual([...DOCUMENT.map(({ name }) => name), 'a.txt', 'empty']);
  });

  test.each([1_000, 65_536])(
    'that holds more than it may is refused, whatever it says of itself (parts of %d)',
    async (part) => {
      await expect(walk(sixty, part)).rejects.toThrow('too much inside');
      await expect(walk(twenty, part)).rejects.toThrow('too much inside');
      expect(await walk(nine, part)).toEqual(['big']);
    },
  );

  test('of many small bombs is refused as one large one is', async () => {
    const one = zeros(1);
    const many = Array.from({ length: 70 }, (_, at) => ({ ...one, name: `part${at}` }));
    await expect(walk(zipOf(many), 4_096)).rejects.toThrow('too much inside');
  });

  const document = zipOf(DOCUMENT);
  test.each<[string, Buffer]>([
    ['with an entry in the table that is not there', zipOf(DOCUMENT, ['word/other.xml'])],
    ['cut off', document.subarray(0, document.length - 5)],
    ['with something behind its end', Buffer.concat([document, Buffer.from('<html>')])],
    ['with something before its beginning', Buffer.concat([Buffer.from('<html>'), document])],
    ['that is encrypted', encrypted(document)],
    ['with a content that cannot be unpacked', Buffer.concat([document.subarray(0, 49), Buffer.alloc(60, 0xff)])],
    ['stored without its size', zipOf([{ ...stored, later: true }])],
  ])('%s is refused', async (_name, archive) => {
    await expect(walk(archive, 1_000)).rejects.toThrow();
  });

  test('whose size is a lie is measured all the same', async () => {
    const archive = Buffer.from(sixty);
    // The table says one byte; what unpacks is what counts.
    archive.writeUInt32LE(1, archive.lastIndexOf(Buffer.from('504b0102', 'hex')) + 24);
    await expect(walk(archive, 65_536)).rejects.toThrow('too much inside');
    expect(bomb.length).toBeLessThan(MEBIBYTE);
  });
});

describe('what a program reads from the end of an archive is what was measured', () => {
  const CENTRAL = Buffer.from('504b0102', 'hex');
  const altered = (archive: Buffer, alter: (copy: Buffer, table: number, end: number) => void): Buffer => {
    const copy = Buffer.from(archive);
    alter(copy, copy.indexOf(CENTRAL), copy.length - 22);
    return copy;
  };
  const asStored = zipOf([{ name: 'big', content: bomb, stored: true }]);
  const two = zipOf([stored, { ...stored, name: 'b.txt' }]);

  test.each<[string, Buffer]>([
    [
      'a bomb that is stored, and packed only in the table',
      altered(asStored, (copy, at) => copy.writeUInt16LE(8, at + 10)),
    ],
    ['an entry that is longer in the table', altered(asStored, (copy, at) => copy.writeUInt32LE(9, at + 20))],
    [
      'one entry twice in the table and another not at all',
      altered(two, (copy, at) => copy.copy(copy, at + 46 + 5, at, at + 46 + 5)),
    ],
    [
      'an end that leads to the table of an archive inside',
      altered(zipOf([{ name: 'a', content: sixty, stored: true }]), (copy, at, end) =>
        copy.writeUInt32LE(at, end + 16),
      ),
    ],
    ['an end that tells fewer entries', altered(two, (copy, _at, end) => copy.writeUInt16LE(1, end + 10))],
    [
      'another end in a comment',
      Buffer.concat([altered(two, (copy, _at, end) => copy.writeUInt16LE(22, end + 20)), sixty.subarray(-22)]),
    ],
  ])('%s is refused', async (_name, archive) => {
    await expect(walk(archive, 1_000)).rejects.toThrow();
  });
});

function encrypted(archive: Buffer): Buffer {
  const copy = Buffer.from(archive);
  copy.writeUInt16LE(1, 6);
  return copy;
}
