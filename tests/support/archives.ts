import { crc32, deflateRawSync } from 'node:zlib';

/** One file inside a made-up archive. */
export interface Packed {
  readonly name: string;
  readonly content: Buffer;
  readonly stored?: boolean;
  /** Sizes behind the content, as programs write them that do not know them beforehand. */
  readonly later?: boolean;
}

/** A ZIP archive, written by hand so that tests can write broken ones. `extra` goes into the table of contents alone. */
export function zipOf(files: readonly Packed[], extra: readonly string[] = []): Buffer {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const { name, content, stored = false, later = false } of files) {
    const body = stored ? content : deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(later ? 8 : 0, 6);
    local.writeUInt16LE(stored ? 0 : 8, 8);
    if (!later) sizes(local, 14, content, body);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const descriptor = Buffer.alloc(later ? 16 : 0);
    if (later) {
      descriptor.writeUInt32LE(0x08074b50, 0);
      sizes(descriptor, 4, content, body);
    }
    table.push(entry(name, at, content, body, stored));
    parts.push(local, Buffer.from(name), body, descriptor);
    at += local.length + Buffer.byteLength(name) + body.length + descriptor.length;
  }
  for (const name of extra) table.push(entry(name, 0, Buffer.alloc(0), Buffer.alloc(0), true));
  const listed = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(table.length, 8);
  end.writeUInt16LE(table.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}

function sizes(into: Buffer, at: number, content: Buffer, body: Buffer): void {
  into.writeUInt32LE(crc32(content), at);
  into.writeUInt32LE(body.length, at + 4);
  into.writeUInt32LE(content.length, at + 8);
}

function entry(name: string, at: number, content: Buffer, body: Buffer, stored: boolean): Buffer {
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(stored ? 0 : 8, 10);
  sizes(central, 16, content, body);
  central.writeUInt16LE(Buffer.byteLength(name), 28);
  central.writeUInt32LE(at, 42);
  return Buffer.concat([central, Buffer.from(name)]);
}

const text = (content: string): Buffer => Buffer.from(content);

/** What makes an archive a document of a word processor. */
export const DOCUMENT: readonly Packed[] = [
  { name: '[Content_Types].xml', content: text('<Types/>') },
  { name: 'word/document.xml', content: text('<document>证明</document>'), later: true },
];

export const PDF = Buffer.concat([text('%PDF-1.7\n'), Buffer.alloc(200_000, 'x'), text('\n%%EOF')]);
export const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.from('0000000a49444154789c6300010000050001', 'hex'),
]);
