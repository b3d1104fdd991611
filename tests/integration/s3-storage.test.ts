import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import S3rver from 's3rver';
import { PDF } from '../support/archives.js';
import type { Client } from '../../src/testing/client.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';
import { openFileStorage } from '../../src/kernel/files/open-storage.js';
import { type FileStorage, parseGlobalId, toGlobalId } from '../../src/kernel/index.js';
import { attach, codeOf, downloadAddress, put, uploadAddress } from '../../src/modules/attachments/tests/uploading.js';

/** The server's own key pair. */
const KEY = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const BUCKET = 'lianxin';

let folder: string;
let server: S3rver;
/** What went over the line, as method and headers. */
const seen: http.IncomingMessage[] = [];
let front: http.Server;
let location: string;
let keyFile: string;
let storage: FileStorage;
let platform: Platform;
let administrator: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lianxin-s3-'));
  server = new S3rver({ silent: true, directory: folder, configureBuckets: [{ name: BUCKET, configs: [] }] });
  const handle = server.getMiddleware();
  await server.configureBuckets();
  front = http.createServer((request, response) => {
    seen.push(request);
    handle(request, response);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  keyFile = join(folder, 'key.json');
  writeFileSync(keyFile, JSON.stringify(KEY));
  location = `s3://${BUCKET}/files?endpoint=http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  storage = openFileStorage({ location, keyFile });
  platform = await startPlatform({ template: 'demo', config: { attachments: { location, keyFile } } });
  administrator = await platform.as('310113', 'administrator');
});
afterAll(async () => {
  await platform.close();
  front.closeAllConnections();
  await new Promise((resolve) => front.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

async function collected(content: Readable): Promise<Buffer> {
  return Buffer.concat(await content.toArray());
}

/**
 * The signature that the request must bear (AWS Signature Version 4), computed anew: s3rver leaves it unread.
 */
function signatureOf({ method, url, headers }: http.IncomingMessage): string {
  const [, day, region, signed] = /\/(\d{8})\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+)/.exec(
    headers.authorization!,
  )!;
  const lines = signed!.split(';').map((name) => `${name}:${headers[name]}\n`);
  const canonical = [method, url, '', lines.join(''), signed, headers['x-amz-content-sha256']].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${day}/${region}/s3/aws4_request`, digest].join('\n');
  const key = [day!, region!, 's3', 'aws4_request'].reduce<string | Buffer>(
    (last, part) => createHmac('sha256', last).update(part).digest(),
    `AWS4${KEY.secretAccessKey}`,
  );
  return createHmac('sha256', key).update(text).digest('hex');
}

describe('a storage that speaks S3', () => {
  test('keeps what is put, gives it back, and forgets what is removed', async () => {
    const bytes = Buffer.alloc(300_000, 'x');
    await storage.put('a/b', Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]), bytes.length);
    expect((await collected(await storage.get('a/b'))).equals(bytes)).toBe(true);
    await storage.delete('a/b');
    await storage.delete('a/b');
    await expect(storage.get('a/b')).rejects.toThrow('404');
  });

  test('gets each content with its length, streamed and signed', async () => {
    seen.length = 0;
    await storage.put('c', Readable.from([Buffer.from('abc')]), 3);
    const { method, headers } = seen[0]!;
    expect([method, headers['content-length'], headers['transfer-encoding']]).toEqual(['PUT', '3', undefined]);
    expect(signatureOf(seen[0]!)).toBe(/Signature=(\w+)/.exec(headers.authorization!)?.[1]);
    expect(headers['x-amz-content-sha256']).toBe('UNSIGNED-PAYLOAD');
  });

  test('keeps nothing of a content that breaks off or is of another size', async () => {
    async function* broken() {
      yield Buffer.from('abc');
      throw new Error('the sender has gone');
    }
    await expect(storage.put('d', Readable.from(broken()), 10)).rejects.toThrow();
    await expect(storage.put('e', Readable.from([Buffer.from('abc')]), 10)).rejects.toThrow();
    for (const key of ['d', 'e']) await expect(storage.get(key)).rejects.toThrow('404');
  });

  test('refuses a stranger, and one without a key file is refused at once', async () => {
    const strange = join(folder, 'strange.json');
    writeFileSync(strange, JSON.stringify({ ...KEY, accessKeyId: 'STRANGER' }));
    const stranger = openFileStorage({ location, keyFile: strange });
    await expect(stranger.put('f', Readable.from([Buffer.from('abc')]), 3)).rejects.toThrow('403');
    expect(() => openFileStorage({ location, keyFile: undefined })).toThrow('LIANXIN_ATTACHMENTS_KEY_FILE');
  });

  test.each(['../keys/ring.json', '/etc/passwd', 'a//b', ''])('takes no key such as %j', async (key) => {
    await expect(storage.get(key)).rejects.toThrow('no key');
  });
});

describe('attachments in a storage that speaks S3', () => {
  test('are taken in, read and refused as in a folder, and sealed there', async () => {
    const { rows } = await platform.sql.query(
      `select id from organizations where district_id = (select id from districts where code = '310113') limit 1`,
    );
    const owner = { ownerId: toGlobalId('Organization', rows[0].id), kind: 'contract', name: '合同.pdf' };
    const id = await attach(administrator, owner, PDF);
    const answer = await fetch(`${platform.address}${await downloadAddress(administrator, id)}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
    const kept = await collected(await storage.get(`310113/${parseGlobalId(id)!.uuid}`));
    expect(kept.includes('xxxxxxxxxxxxxxxx')).toBe(false);
    const address = await uploadAddress(administrator, { ...owner, size: 30 });
    expect(await codeOf(await put(administrator, address, Buffer.alloc(30, '<html>')))).toBe('ATTACHMENT_TYPE_REFUSED');
  });
});
