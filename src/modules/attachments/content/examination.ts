import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { FILE_TYPES, type FileType, type Refusal, refuse } from '../../../kernel/index.js';
import { errors } from '../errors.js';
import { ArchiveRefused, ZipWalk } from './zip-walk.js';

/** What a content was announced as, and what it must not exceed. */
export interface Announced {
  readonly type: FileType;
  /** In bytes. */
  readonly size: number;
  readonly maxUnpacked: number;
}

/** Enough to recognise every type that is taken. */
const HEAD_BYTES = 4_100;

/** The ending that a name has, when it is one of a type that is taken. */
export function typeOfName(name: string): FileType | undefined {
  const ending = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase();
  const type = ending === 'jpeg' ? 'jpg' : ending;
  return type && Object.hasOwn(FILE_TYPES, type) ? (type as FileType) : undefined;
}

/** Looks at a content while it streams by, and refuses it in the middle of the stream when it is not as announced. */
export class Examination {
  readonly #hash = createHash('sha256');
  /** Why it was refused; whoever took the stream over may only see that it broke. */
  refusal: Refusal | undefined;

  constructor(readonly announced: Announced) {}

  /** SHA-256 of everything, once it has gone by. */
  get sha256(): Buffer {
    return this.#hash.digest();
  }

  async *of(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* this.#examined(content);
    } catch (error) {
      if (error instanceof ArchiveRefused) this.refusal = refuse(errors.ATTACHMENT_ARCHIVE_REFUSED);
      else this.refusal ??= error as Refusal;
      throw this.refusal;
    }
  }

  async *#examined(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const { type, size, maxUnpacked } = this.announced;
    const archive = type === 'docx' || type === 'xlsx' ? new ZipWalk({ maxUnpacked }) : undefined;
    let head: Buffer | undefined = Buffer.alloc(0);
    let seen = 0;
    for await (const part of content) {
      seen += part.length;
      if (seen > size) throw refuse(errors.ATTACHMENT_SIZE_MISMATCH, { details: { size } });
      this.#hash.update(part);
      await archive?.push(part);
      if (!head) {
        yield part;
        continue;
      }
      // Nothing goes on to the storage before it is known what it is.
      head = Buffer.concat([head, part]);
      if (head.length < HEAD_BYTES && seen < size) continue;
      await this.#recognise(head);
      yield head;
      head = undefined;
    }
    if (seen !== size) throw refuse(errors.ATTACHMENT_SIZE_MISMATCH, { details: { size } });
    if (archive) {
      archive.end();
      this.#assertOffice(archive.names);
    }
  }

  async #recognise(head: Buffer): Promise<void> {
    const { type } = this.announced;
    // An archive tells what it is by what is inside: ZipWalk reads all of it.
    const found = type === 'docx' || type === 'xlsx' ? 'zip' : (await fileTypeFromBuffer(head))?.ext;
    const zipped = head.length >= 4 && head.readUInt32BE(0) === 0x504b0304;
    if (found !== type && !(found === 'zip' && zipped)) throw this.#wrongType();
  }

  /** A document or a workbook in Office Open XML (ISO/IEC 29500), and nothing that runs. */
  #assertOffice(names: readonly string[]): void {
    const main = this.announced.type === 'docx' ? 'word/document.xml' : 'xl/workbook.xml';
    if (!names.includes('[Content_Types].xml') || !names.includes(main)) throw this.#wrongType();
    if (names.some((name) => /vbaProject|\.(bin|exe|js|vbs)$/i.test(name) && !/printerSettings/i.test(name))) {
      throw new ArchiveRefused('holds a program');
    }
  }

  #wrongType(): Refusal {
    return refuse(errors.ATTACHMENT_TYPE_REFUSED, { details: { types: this.announced.type } });
  }
}
