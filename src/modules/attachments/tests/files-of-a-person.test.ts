import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PDF } from '../../../../tests/support/archives.js';
import { toGlobalId } from '../../../kernel/index.js';
import type { Client } from '../../../testing/client.js';
import type { Platform } from '../../../testing/platform.js';
import { BAOSHAN, contentOf, demoOwners, NAME, proof, YANGPU } from './demo-owners.js';
import { attach, codeOf, downloadAddress, refusedUpload } from './uploading.js';

let platform: Platform;
let administrator: Client;
let member: string;
let hub: string;

beforeAll(async () => {
  ({ platform, administrator, member, hub } = await demoOwners());
});
afterAll(() => platform.close());

const memberId = () => toGlobalId('Member', member);

describe('files of a person', () => {
  test('are seen and added by those who may, on the person and elsewhere not', async () => {
    const id = await attach(administrator, { ownerId: memberId(), ...proof }, PDF);
    const own = await platform.as(BAOSHAN, 'member', { memberId: member });
    expect(await downloadAddress(own, id)).not.toBeNull();
    const { rows } = await platform.sql.query(
      `select id from members where district_id = (select id from districts where code = $1) and id <> $2 limit 1`,
      [BAOSHAN, member],
    );
    const other = await platform.as(BAOSHAN, 'member', { memberId: rows[0].id });
    expect(await downloadAddress(other, id)).toBeNull();
    expect(await refusedUpload(other, { ownerId: memberId(), ...proof, size: 10 })).toEqual(['NOT_FOUND']);
    const frontEnd = await platform.as(BAOSHAN, 'front-end');
    expect(await downloadAddress(frontEnd, id)).toBeNull();
    const foreign = await platform.as(YANGPU, 'administrator');
    expect(await downloadAddress(foreign, id)).toBeNull();
  });

  test('are in the export of the person, and erasure leaves neither row, content nor key', async () => {
    const id = await attach(administrator, { ownerId: memberId(), ...proof }, PDF);
    const { personalFiles } = platform.registry.get('attachments')!;
    const files = await platform.acting(BAOSHAN, (ctx) => personalFiles!.export(ctx, member));
    expect(files.map(({ kind, name }) => `${kind} ${name}`)).toContain(`Member.proof ${NAME}`);
    const stale = await downloadAddress(administrator, id);
    await platform.acting(BAOSHAN, (ctx) => ctx.transaction((tx) => personalFiles!.erase(tx, member)));
    await platform.jobsDone();
    expect([await downloadAddress(administrator, id), existsSync(contentOf(platform, id))]).toEqual([null, false]);
    expect(await codeOf(await fetch(`${platform.address}${stale}`))).toBe('FILE_ADDRESS_INVALID');
    const { rows } = await platform.sql.query('select count(*)::int as total from attachments where person_id = $1', [
      member,
    ]);
    expect(rows[0].total).toBe(0);
  });

  test('are added to nobody who is erased, also when the erasure ends while it is asked for', async () => {
    const { rows } = await platform.sql.query(
      `select id, district_id from members where keeper_organization_id = $1 and id <> $2 limit 1`,
      [hub, member],
    );
    const [{ id: gone, district_id: district }] = rows;
    const wish = { ownerId: toGlobalId('Member', gone), ...proof, size: PDF.length };
    await platform.sql.query('begin');
    await platform.sql.query('select from members where id = $1 for update', [gone]);
    const asked = refusedUpload(administrator, wish);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await platform.sql.query(
      `insert into erasure_requests (district_id, id, member_id, status, reason, own, requested_at, requested_by, decided_at, decided_by)
       values ($1, gen_random_uuid(), $2, 'DONE', '', true, now(), gen_random_uuid(), now(), gen_random_uuid())`,
      [district, gone],
    );
    await platform.sql.query('commit');
    expect(await asked).toEqual(['PERSONAL_DATA_ERASED']);
    expect(await refusedUpload(administrator, wish)).toEqual(['PERSONAL_DATA_ERASED']);
  });

  test('do not open once the key of the person has been destroyed, even from a copy of everything', async () => {
    const id = await attach(administrator, { ownerId: memberId(), ...proof }, PDF);
    await platform.acting(BAOSHAN, (ctx) => ctx.transaction((tx) => tx.kernel.vault.destroyKeys(tx, member)));
    const { node } = await administrator.query(
      `query ($id: ID!) { node(id: $id) { ... on Attachment { name downloadAddress } } }`,
      { id },
    );
    expect(node.name).toBeNull();
    expect(await codeOf(await fetch(`${platform.address}${node.downloadAddress}`))).toBe('FILE_ADDRESS_INVALID');
  });
});
