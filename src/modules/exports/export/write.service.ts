import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { enqueue, type RequestContext, sealStream, settingsOf } from '../../../kernel/index.js';
import { actingAgain } from '../../attachments/index.js';
import { recordDisclosure } from '../../personal-data/index.js';
import { exportSettings } from '../settings.js';
import { csvOf, TooManyRows, type Written } from './csv.js';
import { claimExport, takenToday } from './export.repository.js';
import { exportLists } from './lists.js';
import { contentPlace, keyPlace } from './place.js';

const HOUR_MS = 3_600_000;
/** What was approved may have grown a little since. */
const GROWTH = 1.1;

/**
 * Writes the file of an export as its requester, with the permissions of now. Rows that came into being since it was
 * asked for send it back for approval; a requester without the permission, or a failure, ends it as FAILED.
 */
export async function writeExport(system: RequestContext, id: string): Promise<void> {
  const row = await system.transaction((tx) => claimExport(tx, id));
  // A job may run twice; the second finds it done.
  if (row.status !== 'QUEUED') return;
  const list = exportLists(system).get(row.list);
  const ctx = await actingAgain(system, row.standing);
  const { approvalAbove, keptHours } = await settingsOf(system, exportSettings);
  if (!list || !ctx || list.source.reach(ctx, list.permission) === false) return fail(system, id);
  const taken = await takenToday(system, row.requestedBy);
  const most = row.decidedBy ? Math.ceil(row.countedRows * GROWTH) : approvalAbove - (taken - row.countedRows);
  const written: Written = { rows: 0, persons: [], most };
  const storageKey = `${system.district.code}/export-${id}`;
  const { key, wrapped } = await system.transaction((tx) => tx.kernel.vault.fileKey(tx, keyPlace(id)));
  const folder = await mkdtemp(join(tmpdir(), 'lianxin-export-'));
  try {
    // Its size is known at the end only, and a storage wants it first; what lies here meanwhile is sealed.
    const draft = join(folder, 'sealed');
    const measured = new Measured();
    const plain = measured.of(csvOf(ctx, list, row.organizationId ?? null, written));
    await pipeline(Readable.from(sealStream(plain, key, contentPlace(system, id))), createWriteStream(draft));
    await system.kernel.files.put(storageKey, createReadStream(draft), (await stat(draft)).size);
    await ctx.transaction(async (tx) => {
      const found = await claimExport(tx, id);
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
    await backForApproval(system, id, written.rows);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Destroys the file of an export whose time is over, and its key with it. */
export async function expireExport(system: RequestContext, id: string): Promise<void> {
  const { storageKey } = await system.transaction(async (tx) => {
    const found = await claimExport(tx, id);
    const { storageKey, status } = found;
    if (status === 'READY') {
      found.status = 'EXPIRED';
      found.keyWrapped = null;
      await tx.kernel.vault.destroyKeys(tx, id);
    }
    return { storageKey };
  });
  if (storageKey) await system.kernel.files.delete(storageKey);
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
