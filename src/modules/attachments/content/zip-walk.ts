import { createInflateRaw, type InflateRaw } from 'node:zlib';

/** Why an archive is not taken; which reason it was helps only somebody who tries. */
export class ArchiveRefused extends Error {}

export interface ArchiveLimits {
  /** Bytes of everything inside, unpacked. */
  readonly maxUnpacked: number;
}

/** More packed bytes than this per unpacked one are no text; below this many bytes nothing is measured. */
const MAX_RATIO = 100;
const RATIO_FROM_BYTES = 10 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
const MAX_NAME_BYTES = 1_000;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DESCRIPTOR = 0x08074b50;

interface Entry {
  readonly stored: boolean;
  /** Packed size, when it is known beforehand. */
  packed: number | undefined;
  readonly descriptorBytes: number;
  seen: number;
  inflate: InflateRaw | undefined;
}

/**
 * Reads a ZIP archive (APPNOTE 6.3.10) while it streams by, and unpacks every entry to nowhere: what it holds is
 * measured and not believed. The table of contents at the end must name exactly the entries that were met, so that no
 * program finds others in the file than those.
 */
export class ZipWalk {
  readonly names = new Map<number, string>();
  #rest: Buffer = Buffer.alloc(0);
  /** Where {@link #rest} begins in the file. */
  #at = 0;
  #entry: Entry | undefined;
  #unpacked = 0;
  #listed = 0;
  #ended = false;

  constructor(readonly limits: ArchiveLimits) {}

  async push(chunk: Uint8Array): Promise<void> {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    while (this.#entry ? await this.#content(this.#entry) : this.#header()) {}
    if (this.#rest.length > 256 * 1024) throw new ArchiveRefused('a header without end');
  }

  /** Call once everything has gone by. Errors: {@link ArchiveRefused}, as from {@link push}. */
  end(): void {
    if (!this.#ended || this.#rest.length > 0) throw new ArchiveRefused('cut off, or more behind the end');
    if (this.#listed !== this.names.size) throw new ArchiveRefused('contents and table differ');
  }

  /** Takes one header when it has arrived as a whole; false when more is needed. */
  #header(): boolean {
    if (this.#rest.length < 4) return false;
    if (this.#ended) throw new ArchiveRefused('more behind the end');
    switch (this.#rest.readUInt32LE(0)) {
      case LOCAL:
        return this.#local();
      case CENTRAL:
        return this.#central();
      case END:
        return this.#withTail(22, 20, () => {
          this.#ended = true;
        });
      case END_64:
        return this.#rest.length >= 12 && this.#skip(12 + Number(this.#rest.readBigUInt64LE(4)));
      case LOCATOR_64:
        return this.#skip(20);
      default:
        throw new ArchiveRefused('no header where one must be');
    }
  }

  #local(): boolean {
    if (this.#rest.length < 30) return false;
    const flags = this.#rest.readUInt16LE(6);
    const method = this.#rest.readUInt16LE(8);
    const packed = this.#rest.readUInt32LE(18);
    const nameBytes = this.#rest.readUInt16LE(26);
    const extraBytes = this.#rest.readUInt16LE(28);
    const size = 30 + nameBytes + extraBytes;
    if (this.#rest.length < size) return false;
    const later = (flags & 0x8) !== 0;
    if ((flags & 0x2041) !== 0 || (method !== 0 && method !== 8))
      throw new ArchiveRefused('encrypted or unknown packing');
    if (nameBytes > MAX_NAME_BYTES || this.names.size >= MAX_ENTRIES)
      throw new ArchiveRefused('too many or long names');
    if (this.#listed > 0) throw new ArchiveRefused('an entry behind the table');
    // The end of bytes that are only stored cannot be seen.
    if (method === 0 && later) throw new ArchiveRefused('stored without its size');
    const large = wideSizes(this.#rest.subarray(30 + nameBytes, size));
    this.names.set(this.#at, this.#rest.subarray(30, 30 + nameBytes).toString('utf8'));
    this.#entry = {
      stored: method === 0,
      packed: later ? undefined : large !== undefined && packed === 0xffffffff ? large : packed,
      descriptorBytes: later ? (large === undefined ? 12 : 20) : 0,
      seen: 0,
      inflate: method === 8 ? this.#inflate() : undefined,
    };
    return this.#skip(size);
  }

  #central(): boolean {
    if (this.#rest.length < 46) return false;
    const nameBytes = this.#rest.readUInt16LE(28);
    const size = 46 + nameBytes + this.#rest.readUInt16LE(30) + this.#rest.readUInt16LE(32);
    if (this.#rest.length < size) return false;
    const name = this.#rest.subarray(46, 46 + nameBytes).toString('utf8');
    if (this.names.get(this.#rest.readUInt32LE(42)) !== name) throw new ArchiveRefused('contents and table differ');
    this.#listed += 1;
    return this.#skip(size);
  }

  /** Takes what there is of an entry; false when more is needed. */
  async #content(entry: Entry): Promise<boolean> {
    const open = entry.inflate || entry.seen < entry.packed!;
    if (open && this.#rest.length === 0) return false;
    if (entry.inflate) {
      const { taken, ended } = await feed(entry.inflate, this.#rest);
      entry.seen += taken;
      this.#skip(taken);
      this.#measure();
      if (!ended) return this.#rest.length > 0;
      entry.inflate = undefined;
      if (entry.packed !== undefined && entry.packed !== entry.seen) throw new ArchiveRefused('another size than told');
      entry.packed = entry.seen;
    } else if (entry.seen < entry.packed!) {
      const taken = Math.min(this.#rest.length, entry.packed! - entry.seen);
      entry.seen += taken;
      this.#unpacked += taken;
      this.#skip(taken);
      this.#measure();
      return true;
    }
    return this.#descriptor(entry);
  }

  #descriptor({ descriptorBytes }: Entry): boolean {
    if (descriptorBytes > 0) {
      if (this.#rest.length < descriptorBytes + 4) return false;
      this.#skip(descriptorBytes + (this.#rest.readUInt32LE(0) === DESCRIPTOR ? 4 : 0));
    }
    this.#entry = undefined;
    return true;
  }

  #inflate(): InflateRaw {
    const inflate = createInflateRaw();
    inflate.on('data', (bytes: Buffer) => {
      this.#unpacked += bytes.length;
      // Measured as it comes: a single chunk may unpack to a thousand times its size.
      if (this.#tooMuch()) inflate.destroy(new ArchiveRefused('too much inside'));
    });
    return inflate;
  }

  #measure(): void {
    if (this.#tooMuch()) throw new ArchiveRefused('too much inside');
  }

  #tooMuch(): boolean {
    const dense = this.#unpacked > RATIO_FROM_BYTES && this.#unpacked > MAX_RATIO * (this.#at + this.#rest.length);
    return dense || this.#unpacked > this.limits.maxUnpacked;
  }

  #withTail(fixed: number, lengthAt: number, done: () => void): boolean {
    if (this.#rest.length < fixed) return false;
    const size = fixed + this.#rest.readUInt16LE(lengthAt);
    if (this.#rest.length < size) return false;
    done();
    return this.#skip(size);
  }

  /** Goes on behind `bytes`, when they have all arrived. */
  #skip(bytes: number): boolean {
    if (this.#rest.length < bytes) return false;
    this.#rest = this.#rest.subarray(bytes);
    this.#at += bytes;
    return true;
  }
}

/** Packed size out of the extra field for large files; `undefined` when it has none. */
function wideSizes(extra: Buffer): number | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    return at + 20 <= extra.length ? Number(extra.readBigUInt64LE(at + 12)) : 0;
  }
  return undefined;
}

/** Hands bytes to a stream that unpacks; answers how many it took and whether its data ended there. */
function feed(inflate: InflateRaw, bytes: Buffer): Promise<{ taken: number; ended: boolean }> {
  const before = inflate.bytesWritten;
  return new Promise((resolve, reject) => {
    const done = (ended: boolean): void => {
      inflate.removeAllListeners('end').removeAllListeners('error');
      if (ended) inflate.on('error', () => undefined);
      resolve({ taken: inflate.bytesWritten - before, ended });
    };
    inflate.once('error', (error) => reject(error instanceof ArchiveRefused ? error : new ArchiveRefused('damaged')));
    inflate.once('end', () => done(true));
    inflate.write(bytes, (error) => {
      if (!error) setImmediate(() => done(inflate.readableEnded));
    });
  });
}
