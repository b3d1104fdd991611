import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DOCUMENT, PDF, PNG, zipOf } from '../../../../tests/support/archives.js';
import { until } from '../../../../tests/support/waiting.js';
import { toGlobalId } from '../../../kernel/index.js';
import type { Client } from '../../../testing/client.js';
import type { Platform } from '../../../testing/platform.js';
import { BAOSHAN, demoOwners, folderOf, proof } from './demo-owners.js';
import { codeOf, put, refusedUpload, uploadAddress } from './uploading.js';

let platform: Platform;
let administrator: Client;
let member: string;
let hub: string;

beforeAll(async () => {
  ({ platform, administrator, member, hub } = await demoOwners());
});
afterAll(() => platform.close());

const memberId = () => toGlobalId('Member', member);

describe('a content', () => {
  const cases: [string, string, Buffer, string][] = [
    [
      'HTML that is called PDF',
      'a.pdf',
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      'ATTACHMENT_TYPE_REFUSED',
    ],
    [
      'SVG that is called PNG',
      'a.png',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'ATTACHMENT_TYPE_REFUSED',
    ],
    ['a single byte', 'a.docx', Buffer.from('P'), 'ATTACHMENT_TYPE_REFUSED'],
    ['three bytes of a PDF', 'a.pdf', Buffer.from('%PD'), 'ATTACHMENT_TYPE_REFUSED'],
    ['a picture that is called PDF', 'a.pdf', PNG, 'ATTACHMENT_TYPE_REFUSED'],
    ['an archive that is no document', 'a.docx', zipOf([{ name: 'a', content: PDF }]), 'ATTACHMENT_TYPE_REFUSED'],
    [
      'a document with macros',
      'a.docx',
      zipOf([...DOCUMENT, { name: 'word/vbaProject.bin', content: PNG }]),
      'ATTACHMENT_ARCHIVE_REFUSED',
    ],
    [
      'a bomb',
      'a.docx',
      zipOf([...DOCUMENT, { name: 'word/big.xml', content: Buffer.alloc(60e6) }]),
      'ATTACHMENT_ARCHIVE_REFUSED',
    ],
  ];
  test.each(cases)('that is %s is refused, and nothing of it is kept', async (_what, name, content, code) => {
    const address = await uploadAddress(administrator, {
      ownerId: memberId(),
      kind: 'proof',
      name,
      size: content.length,
    });
    expect(await codeOf(await put(administrator, address, content))).toBe(code);
    const { rows } = await platform.sql.query('select id from attachments order by added_at desc limit 1');
    const kept = readdirSync(folderOf(platform)).filter((file) => file.startsWith(rows[0].id));
    expect(kept).toEqual([]);
  });

  test.each([PDF.length - 1, PDF.length + 1])('of another size than announced (%d) is refused', async (size) => {
    const address = await uploadAddress(administrator, { ownerId: memberId(), ...proof, size });
    expect(await codeOf(await put(administrator, address, PDF))).toBe('ATTACHMENT_SIZE_MISMATCH');
  });

  test.each<[string, object, string]>([
    ['an SVG', { name: 'a.svg' }, 'ATTACHMENT_TYPE_REFUSED'],
    ['a name without ending', { name: 'proof' }, 'ATTACHMENT_TYPE_REFUSED'],
    ['a file that is too large', { size: 200 * 1024 * 1024 }, 'ATTACHMENT_TOO_LARGE'],
    ['an unknown kind', { kind: 'secret' }, 'ATTACHMENT_KIND_UNKNOWN'],
    ['a name with control characters', { name: 'a\u202efdp.pdf' }, 'INVALID_VALUE'],
  ])('%s is refused before it is sent', async (_what, wish, code) => {
    expect(await refusedUpload(administrator, { ownerId: memberId(), ...proof, size: 10, ...wish })).toContain(code);
  });

  test('more of a kind than there may be are refused, also when they are asked for at once', async () => {
    const wish = { ownerId: memberId(), kind: 'photo', name: 'a.png', size: PNG.length };
    const wishes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => uploadAddress(administrator, wish)));
    expect(wishes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(3);
    expect(await refusedUpload(administrator, wish)).toEqual(['ATTACHMENT_TOO_MANY']);
  });

  test('that never comes is given up', async () => {
    await uploadAddress(administrator, { ownerId: memberId(), ...proof, size: 10 });
    await platform.sql.query(
      `update attachments set awaited_until = now() - interval '1 second' where stored_at is null`,
    );
    const { sweep } = await import('../attachment/removal.service.js');
    await platform.acting(BAOSHAN, sweep);
    await platform.jobsDone();
    const { rows } = await platform.sql.query('select count(*)::int as total from attachments where stored_at is null');
    expect(rows[0].total).toBe(0);
  });
});

describe('an upload', () => {
  test('is on disk, sealed, while it is still arriving; one that breaks off leaves nothing', async () => {
    const half = Buffer.concat([PDF, PDF, PDF]);
    const address = await uploadAddress(administrator, { ownerId: memberId(), ...proof, size: half.length * 2 });
    const { rows } = await platform.sql.query('select id from attachments order by added_at desc limit 1');
    const draft = join(folderOf(platform), `${rows[0].id}.part`);
    const request = http.request(`${platform.address}${address}`, {
      method: 'PUT',
      headers: { 'content-length': half.length * 2 },
    });
    request.on('error', () => undefined);
    request.write(half);
    await until(() => existsSync(draft) && statSync(draft).size > half.length / 2);
    expect(readFileSync(draft).includes('xxxxxxxxxxxxxxxx')).toBe(false);
    request.destroy();
    await until(() => !existsSync(draft));
    expect(readdirSync(folderOf(platform)).filter((file) => file.startsWith(rows[0].id))).toEqual([]);
  });
});

describe('an upload that takes its time', () => {
  test('of somebody who is suspended before it has arrived adds nothing', async () => {
    const chair = await platform.as(BAOSHAN, 'chair', { organizationId: hub });
    const address = await uploadAddress(chair, { ownerId: memberId(), ...proof, size: PDF.length });
    const { rows } = await platform.sql.query('select id from attachments order by added_at desc limit 1');
    const draft = join(folderOf(platform), `${rows[0].id}.part`);
    const status = (to: string) =>
      platform.sql.query('update principals set status = $2 where subject = $1', [`demo:chair@${hub}`, to]);
    const answered = new Promise<number>((resolve, reject) => {
      const request = http.request(
        `${platform.address}${address}`,
        { method: 'PUT', headers: { 'content-length': PDF.length } },
        (answer) => resolve(answer.resume().statusCode!),
      );
      request.on('error', reject);
      request.write(PDF.subarray(0, 150_000));
      void until(() => existsSync(draft))
        .then(() => status('SUSPENDED'))
        .then(() => request.end(PDF.subarray(150_000)));
    });
    expect(await answered).toBe(404);
    await status('ACTIVE');
    const kept = await platform.sql.query('select stored_at from attachments where id = $1', [rows[0].id]);
    expect(kept.rows[0].stored_at).toBeNull();
    expect(readdirSync(folderOf(platform)).filter((file) => file.startsWith(rows[0].id))).toEqual([]);
  });
});
