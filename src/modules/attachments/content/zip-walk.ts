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
  readonly met: Met;
  readonly stored: boolean;
  /** Packed size, when it is known beforehand. */
  packed: number | undefined;
  readonly descriptorBytes: number;
  seen: number;
  inflate: InflateRaw | undefined;
}

/** What the table of contents must say of an entry that was met. */
interface Met {
  readonly name: string;
  readonly stored: boolean;
  /** Packed size, once all of it has gone by. */
  packed: number;
  listed: boolean;
}

/**
 * Reads a ZIP archive (APPNOTE 6.3.10) while it streams by, and unpacks every entry to nowhere: what it holds is
 * measured and not believed. The table of contents at the end must name exactly the entries that were met, packed as
 * they were met, and the end must lead to that table: programs read a file from its end, and must find there what was
 * measured here.
 */
export class ZipWalk {
  readonly #met = new Map<number, Met>();
  #rest: Buffer = Buffer.alloc(0);
  /** Where {@link #rest} begins in the file. */
  #at = 0;
  #entry: Entry | undefined;
  #unpacked = 0;
  #listed = 0;
  /** Where the table begins, and the record of its 64-bit end. */
  #table: number | undefined;
  #wideEnd: number | undefined;
  #ended = false;

  constructor(readonly limits: ArchiveLimits) {}

  get names(): string[] {
    return [...this.#met.values()].map(({ name }) => name);
  }

  async push(chunk: Uint8Array): Promise<void> {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    while (this.#entry ? await this.#content(this.#entry) : this.#header()) {}
    if (this.#rest.length > 256 * 1024) throw new ArchiveRefused('a header without end');
  }

  /** Call once everything has gone by. Errors: {@link ArchiveRefused}, as from {@link push}. */
  end(): void {
    if (!this.#ended || this.#rest.length > 0) throw new ArchiveRefused('cut off, or more behind the end');
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
        return this.#end();
      case END_64:
        return this.#end64();
      case LOCATOR_64:
        if (this.#rest.length < 20) return false;
        if (this.#wideEnd === undefined || Number(this.#rest.readBigUInt64LE(8)) !== this.#wideEnd)
          throw new ArchiveRefused('an end that leads elsewhere');
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
    if (nameBytes > MAX_NAME_BYTES || this.#met.size >= MAX_ENTRIES) throw new ArchiveRefused('too many or long names');
    if (this.#table !== undefined) throw new ArchiveRefused('an entry behind the table');
    // The end of bytes that are only stored cannot be seen.
    if (method === 0 && later) throw new ArchiveRefused('stored without its size');
    const large = wideSizes(this.#rest.subarray(30 + nameBytes, size));
    const name = this.#rest.subarray(30, 30 + nameBytes).toString('utf8');
    const met: Met = { name, stored: method === 0, packed: 0, listed: false };
    this.#met.set(this.#at, met);
    this.#entry = {
      met,
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
    this.#table ??= this.#at;
    const name = this.#rest.subarray(46, 46 + nameBytes).toString('utf8');
    const met = this.#met.get(this.#rest.readUInt32LE(42));
    const packed = this.#rest.readUInt32LE(20);
    // Unpacked otherwise than it was measured, an entry could hold anything.
    const alike =
      met?.name === name &&
      !met.listed &&
      this.#rest.readUInt16LE(10) === (met.stored ? 0 : 8) &&
      (this.#rest.readUInt16LE(8) & 0x2041) === 0 &&
      (packed === met.packed || packed === 0xffffffff);
    if (!alike) throw new ArchiveRefused('contents and table differ');
    met.listed = true;
    this.#listed += 1;
    return this.#skip(size);
  }

  #end(): boolean {
    if (this.#rest.length < 22) return false;
    // Programs look for the end from behind, and would find another one in a comment.
    if (this.#rest.readUInt16LE(20) > 0) throw new ArchiveRefused('a comment at the end');
    const [total, size, at] = [this.#rest.readUInt16LE(10), this.#rest.readUInt32LE(12), this.#rest.readUInt32LE(16)];
    this.#assertTable(total, size, at, this.#wideEnd !== undefined);
    this.#ended = true;
    return this.#skip(22);
  }

  #end64(): boolean {
    if (this.#rest.length < 56) return false;
    const [total, size, at] = [32, 40, 48].map((place) => Number(this.#rest.readBigUInt64LE(place)));
    this.#assertTable(total!, size!, at!, false);
    this.#wideEnd = this.#at;
    return this.#skip(12 + Number(this.#rest.readBigUInt64LE(4)));
  }

  /** The table is the one that was read, whole; in the shorter record a number may stand in the longer one instead. */
  #assertTable(total: number, size: number, at: number, wide: boolean): void {
    const begins = this.#table ?? this.#at;
    const ends = this.#wideEnd ?? this.#at;
    const fits =
      this.#listed === this.#met.size &&
      (total === this.#listed || (wide && total === 0xffff)) &&
      (size === ends - begins || (wide && size === 0xffffffff)) &&
      (at === begins || (wide && at === 0xffffffff));
    if (!fits) throw new ArchiveRefused('contents and table differ');
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

  #descriptor({ descriptorBytes, met, seen }: Entry): boolean {
    met.packed = seen;
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
