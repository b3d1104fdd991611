import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { enqueue, lockFor, type RequestContext, sealedStream, settingsOf } from '../../../kernel/index.js';
import { actingAgain } from '../../attachments/index.js';
import { erasuresDone, recordDisclosure } from '../../personal-data/index.js';
import { exportSettings } from '../settings.js';
import { csvOf, TooManyRows, type Written } from './csv.js';
import { claimExport, forgetNames, readyExports, takenToday } from './export.repository.js';
import { countExportable, exportLists } from './lists.js';
import { contentPlace, keyPlace } from './place.js';

const HOUR_MS = 3_600_000;
/** One at a time: an erasure, and the end of writing a file. */
const ERASURE = 'exports:erasure';
/** What was approved may have grown a little since. */
const GROWTH = 1.1;

/**
 * Writes the file of an export as its requester, with the permissions of now. Rows that came into being since it was
 * asked for send it back for approval; a requester without the permission ends it as FAILED. What breaks is tried again.
 */
export async function writeExport(system: RequestContext, id: string): Promise<void> {
  const row = await system.transaction((tx) => claimExport(tx, id));
  // A job may run twice; the second finds it done.
  if (row.status !== 'QUEUED') return;
  const list = exportLists(system).get(row.list);
  const ctx = await actingAgain(system, row.standing);
  const { approvalAbove, keptHours } = await settingsOf(system, exportSettings);
  if (!list || !ctx || list.source.reach(ctx, list.permission) === false) return fail(system, id);
  const approved = row.decidedBy !== null;
  const left = async (at: RequestContext) => approvalAbove - (await takenToday(at, row.requestedBy, id));
  const most = approved ? Math.ceil(row.countedRows * GROWTH) : await left(system);
  const written: Written = { rows: 0, persons: [], most };
  const storageKey = `${system.district.code}/export-${id}`;
  const { key, wrapped } = await system.transaction((tx) => tx.kernel.vault.fileKey(tx, keyPlace(id)));
  const erased = await system.transaction(erasures);
  const folder = await mkdtemp(join(tmpdir(), 'lianxin-export-'));
  try {
    // Its size is known at the end only, and a storage wants it first; what lies here meanwhile is sealed.
    const draft = join(folder, 'sealed');
    const measured = new Measured();
    const plain = measured.of(csvOf(ctx, list, row.organizationId ?? null, written));
    await pipeline(sealedStream(plain, key, contentPlace(system, id)), createWriteStream(draft));
    await system.kernel.files.put(storageKey, createReadStream(draft), (await stat(draft)).size);
    await ctx.transaction(async (tx) => {
      await lockFor(tx, `exports:${row.requestedBy}`);
      if ((await erasures(tx)) !== erased) throw new Error('somebody was erased while the file was written: once more');
      const found = await claimExport(tx, id);
      if (found.status !== 'QUEUED') throw new Error('the export was decided on otherwise while it was written');
      // Several that were asked for together may have grown together.
      if (!approved && written.rows > (await left(tx))) throw new TooManyRows();
      const expiresAt = new Date(Date.now() + keptHours * HOUR_MS);
      Object.assign(found, {
        status: 'READY',
        writtenRows: written.rows,
        keyWrapped: wrapped,
        storageKey,
        size: measured.size,
        sha256: measured.sha256,
        readyAt: new Date(),
        expiresAt,
      });
      await tx.em.flush();
      if (row.recipient && written.persons.length > 0) {
        const fields = Object.keys(list.columns).map((column) => `${list.type}.${column}`);
        const { recipient, purpose } = row;
        await recordDisclosure(tx, { memberId: written.persons, recipient, fields, purpose });
      }
      await tx.emit('export.ready', { exportId: id });
      await enqueue(tx, 'exports:expire', { exportId: id }, { delaySeconds: keptHours * 3_600 });
    });
  } catch (error) {
    await system.kernel.files.delete(storageKey);
    if (!(error instanceof TooManyRows)) throw error;
    await backForApproval(
      system,
      id,
      Math.max(written.rows, await countExportable(ctx, list, row.organizationId ?? null)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Destroys the file of an export whose time is over, and its key with it. */
export async function expireExport(system: RequestContext, id: string): Promise<void> {
  const storageKey = await system.transaction((tx) => closeExport(tx, id));
  if (storageKey) await system.kernel.files.delete(storageKey);
}

/**
 * Destroys the files that a person may stand in: the same day somebody would still fetch a name that is erased. They can
 * be asked for again. The account of the person is named in no export any more.
 */
export async function eraseFromExports(tx: RequestContext, memberId: string): Promise<void> {
  await lockFor(tx, ERASURE);
  for (const id of await readyExports(tx)) {
    await closeExport(tx, id);
    await enqueue(tx, 'exports:expire', { exportId: id });
  }
  await forgetNames(tx, memberId);
}

/** How many persons are erased, until this transaction ends. */
async function erasures(tx: RequestContext): Promise<number> {
  await lockFor(tx, ERASURE);
  return erasuresDone(tx);
}

/** Destroys the key of a file that is there. Answers where the file is. */
async function closeExport(tx: RequestContext, id: string): Promise<string | null> {
  const found = await claimExport(tx, id);
  if (found.status === 'READY') {
    found.status = 'EXPIRED';
    found.keyWrapped = null;
    await tx.kernel.vault.destroyKeys(tx, id);
  }
  return found.storageKey ?? null;
}

/** The approval was for fewer rows, or there was none: somebody has to look at it (again). */
async function backForApproval(system: RequestContext, id: string, rows: number): Promise<void> {
  await system.transaction(async (tx) => {
    const found = await claimExport(tx, id);
    Object.assign(found, { status: 'AWAITS_APPROVAL', decidedBy: null, deciderName: null, decidedAt: null });
    found.countedRows = Math.max(found.countedRows, rows);
  });
}

async function fail(system: RequestContext, id: string): Promise<void> {
  await system.transaction(async (tx) => {
    (await claimExport(tx, id)).status = 'FAILED';
    await tx.kernel.vault.destroyKeys(tx, id);
  });
}

/** Size and hash of what passes. */
class Measured {
  size = 0;
  readonly #hash = createHash('sha256');

  get sha256(): Buffer {
    return this.#hash.digest();
  }

  async *of(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of content) {
      this.size += part.length;
      this.#hash.update(part);
      yield part;
    }
  }
}
