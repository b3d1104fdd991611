import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DOCUMENT, PDF, zipOf } from '../../../../tests/support/archives.js';
import { untilLocked } from '../../../../tests/support/waiting.js';
import { parseGlobalId, toGlobalId } from '../../../kernel/index.js';
import type { Client } from '../../../testing/client.js';
import type { Platform } from '../../../testing/platform.js';
import { register as registerClient } from '../../clients/tests/registered.js';
import { actingAgain, type Standing } from '../index.js';
import { BAOSHAN, contentOf, demoOwners, NAME, proof, YANGPU } from './demo-owners.js';
import { attach, codeOf, downloadAddress, put, refusedUpload, uploadAddress } from './uploading.js';

let platform: Platform;
let administrator: Client;
let member: string;
let hub: string;

beforeAll(async () => {
  ({ platform, administrator, member, hub } = await demoOwners());
});
afterAll(() => platform.close());

const memberId = () => toGlobalId('Member', member);

function changedAt(bytes: Buffer, place: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[place]! ^= 1;
  return copy;
}

async function readings(id: string): Promise<number> {
  const { rows } = await platform.sql.query(
    `select count(*)::int as total from audit_records where verb = 'READ' and entity = 'Attachment' and entity_id = $1`,
    [parseGlobalId(id)!.uuid],
  );
  return rows[0].total;
}

describe('an attachment', () => {
  test('comes back as it was sent, with its hash, and the reading is on record once', async () => {
    const id = await attach(administrator, { ownerId: memberId(), ...proof }, PDF);
    const { member: found } = await administrator.query(
      `query ($id: ID!) { member(id: $id) { attachments(first: 10) { totalCount nodes { id kind name mediaType size sha256 } } } }`,
      { id: memberId() },
    );
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    expect(found.attachments).toEqual({
      totalCount: 1,
      nodes: [{ id, kind: 'proof', name: NAME, mediaType: 'application/pdf', size: PDF.length, sha256 }],
    });
    expect(await readings(id)).toBe(0);
    const answer = await fetch(`${platform.address}${await downloadAddress(administrator, id)}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(NAME)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    expect(await readings(id)).toBe(1);
  });

  test('is nowhere plain: not in the storage, and its name in no row', async () => {
    const id = await attach(administrator, { ownerId: memberId(), ...proof }, PDF);
    const stored = readFileSync(contentOf(platform, id));
    expect(stored.includes(PDF.subarray(0, 8)) || stored.includes('xxxxxxxxxxxxxxxx')).toBe(false);
    // The planted fault: what is written in plain is found by the same look.
    expect(PDF.includes('xxxxxxxxxxxxxxxx')).toBe(true);
    for (const table of ['attachments', 'audit_records', 'outbox_events', 'file_tickets']) {
      const { rows } = await platform.sql.query(
        `select count(*)::int as total from ${table} r where r::text like '%金丝雀%'`,
      );
      expect({ table, total: rows[0].total }).toEqual({ table, total: 0 });
    }
  });

  test('whose stored bytes were changed does not come out', async () => {
    const id = await attach(administrator, { ownerId: memberId(), ...proof }, PDF);
    const bytes = readFileSync(contentOf(platform, id));
    const fetched = async () => fetch(`${platform.address}${await downloadAddress(administrator, id)}`);
    // In the last piece: the answer has begun, and breaks off.
    writeFileSync(contentOf(platform, id), changedAt(bytes, bytes.length - 20));
    await expect(fetched().then((sent) => sent.arrayBuffer())).rejects.toThrow();
    // In the first: there is no answer but an error.
    writeFileSync(contentOf(platform, id), changedAt(bytes, 20));
    expect((await fetched()).status).toBe(500);
  });

  test('can be removed: then it is gone from the graph and from the storage', async () => {
    const id = await attach(administrator, { ownerId: memberId(), ...proof }, PDF);
    expect(existsSync(contentOf(platform, id))).toBe(true);
    await administrator.mutate(
      `mutation ($input: RemoveAttachmentInput!) { removeAttachment(input: $input) { removedId userErrors { code } } }`,
      { input: { attachmentId: id } },
    );
    await platform.jobsDone();
    expect([await downloadAddress(administrator, id), existsSync(contentOf(platform, id))]).toEqual([null, false]);
  });

  test('of an organization is sealed under the organization, and not shown to its members', async () => {
    const id = await attach(
      administrator,
      { ownerId: toGlobalId('Organization', hub), kind: 'contract', name: '合同.docx' },
      zipOf(DOCUMENT),
    );
    expect(await downloadAddress(administrator, id)).toMatch(/^\/attachments\/download\//);
    const own = await platform.as(BAOSHAN, 'member', { memberId: member });
    const { organization: seen } = await own.query(
      `query ($id: ID!) { organization(id: $id) { attachments(first: 5) { totalCount } } }`,
      { id: toGlobalId('Organization', hub) },
    );
    expect(seen?.attachments?.totalCount ?? 0).toBe(0);
  });
});

describe('an address', () => {
  test('takes one file, and of two sendings at once one is refused', async () => {
    const address = await uploadAddress(administrator, { ownerId: memberId(), ...proof, size: PDF.length });
    const answers = await Promise.all([put(administrator, address, PDF), put(administrator, address, PDF)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
    expect(await codeOf(await put(administrator, address, PDF))).toBe('FILE_ADDRESS_INVALID');
  });

  test('gives a file once; a question for its headers does not use it up', async () => {
    const id = await attach(administrator, { ownerId: memberId(), ...proof }, PDF);
    const address = await downloadAddress(administrator, id);
    expect((await fetch(`${platform.address}${address}`, { method: 'HEAD' })).status).toBe(404);
    const answers = await Promise.all([1, 2, 3].map(() => fetch(`${platform.address}${address}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    expect(await readings(id)).toBe(1);
  });

  test('stops after its time', async () => {
    const id = await attach(administrator, { ownerId: memberId(), ...proof }, PDF);
    const address = await downloadAddress(administrator, id);
    await platform.sql.query(`update file_tickets set expires_at = now() - interval '1 second'`);
    expect(await codeOf(await fetch(`${platform.address}${address}`))).toBe('FILE_ADDRESS_INVALID');
  });

  test('of one district opens nothing in another, and one for reading takes nothing in', async () => {
    const id = await attach(administrator, { ownerId: memberId(), ...proof }, PDF);
    const address = (await downloadAddress(administrator, id))!;
    const elsewhere = address.replace(BAOSHAN, YANGPU);
    expect(await codeOf(await fetch(`${platform.address}${elsewhere}`))).toBe('FILE_ADDRESS_INVALID');
    expect(await codeOf(await put(administrator, address.replace('download', 'upload'), PDF))).toBe(
      'FILE_ADDRESS_INVALID',
    );
    expect((await fetch(`${platform.address}${address}`)).status).toBe(200);
  });

  test('stops with the permission of who asked for it, between asking and fetching', async () => {
    const id = await attach(administrator, { ownerId: memberId(), ...proof }, PDF);
    const chair = await platform.as(BAOSHAN, 'chair', { organizationId: hub });
    const [first, second] = [await downloadAddress(chair, id), await downloadAddress(chair, id)];
    expect((await fetch(`${platform.address}${first}`)).status).toBe(200);
    await platform.sql.query(`update principals set status = 'SUSPENDED' where subject = $1`, [`demo:chair@${hub}`]);
    expect(await codeOf(await fetch(`${platform.address}${second}`))).toBe('FILE_ADDRESS_INVALID');
    await platform.sql.query(`update principals set status = 'ACTIVE' where subject = $1`, [`demo:chair@${hub}`]);
  });
});

describe('what is kept of who asked for an address', () => {
  test('names nobody: the account has a row of its own, which erasure reaches', async () => {
    const id = await attach(administrator, { ownerId: memberId(), ...proof }, PDF);
    const own = await platform.as(BAOSHAN, 'member', { memberId: member });
    expect(await downloadAddress(own, id)).not.toBeNull();
    const { viewer } = await own.query('{ viewer { name } }');
    const { rows } = await platform.sql.query('select t::text as row from file_tickets t');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => row.includes(viewer.name))).toEqual([]);
  });

  test('lets nobody’s program do what the person has stopped letting it do', async () => {
    const { id: clientId } = await registerClient(administrator, { scopes: ['attachment:read', 'member:read'] });
    const client = parseGlobalId(clientId)!.uuid;
    const { rows } = await platform.sql.query(
      `select id, district_id from principals where subject = 'demo:administrator'`,
    );
    const [{ id: principalId, district_id: district }] = rows;
    const standing: Standing = {
      principalId,
      name: '',
      client: { id: client, name: '外部程序', firstParty: false } as never,
      secondFactor: true,
      roles: [{ role: 'administrator', organizationId: null }],
      permissions: ['attachment:read', 'member:read'],
    };
    const may = () =>
      platform.acting(BAOSHAN, async (ctx) => {
        const again = await actingAgain(ctx, standing);
        return again?.principal?.grants.flatMap(({ permissions }) => [...permissions]);
      });
    expect(await may()).toEqual([]);
    await platform.sql.query(
      `insert into client_consents (district_id, id, client_id, principal_id, permissions) values ($1, gen_random_uuid(), $2, $3, '{member:read}')`,
      [district, client, principalId],
    );
    expect(await may()).toEqual(['member:read']);
    await platform.sql.query('update client_consents set withdrawn_at = now() where client_id = $1', [client]);
    expect(await may()).toEqual([]);
  });
});

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
    await untilLocked(platform.sql, 1);
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
