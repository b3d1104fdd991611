import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsV4Signer } from 'aws4fetch';
import { z } from 'zod';
import { assertStorageKey, type FileStorage } from './storage.js';

/** What stands in the key file, as JSON. */
const keyFileContent = z.object({ accessKeyId: z.string().min(1), secretAccessKey: z.string().min(1) });

export interface S3Options {
  /** Address of the service, without the bucket. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Put in front of every key; empty, or ending with `/`. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** How long one transfer may take; uploads are as slow as the people who send them. */
const TRANSFER_MS = 10 * 60_000;

/** Any storage that speaks S3, addressed by path. Requests are signed (version 4); bodies are streamed, never held. */
export class S3Storage implements FileStorage {
  constructor(readonly options: S3Options) {}

  /** `s3://bucket/prefix?endpoint=https://…&region=…` and the path of a JSON file with the key. */
  static open(location: string, keyFile: string | undefined): S3Storage {
    const { hostname: bucket, pathname, searchParams } = new URL(location);
    const endpoint = searchParams.get('endpoint');
    if (!bucket || !endpoint) throw new Error('LIANXIN_ATTACHMENTS must be s3://bucket/prefix?endpoint=https://…');
    if (!keyFile) throw new Error('LIANXIN_ATTACHMENTS_KEY_FILE must name the file with the key of the storage');
    const prefix = pathname.replace(/^\/+|\/+$/g, '');
    return new S3Storage({
      endpoint: endpoint.replace(/\/+$/, ''),
      region: searchParams.get('region') ?? 'us-east-1',
      bucket,
      prefix: prefix && `${prefix}/`,
      ...keyFileContent.parse(JSON.parse(readFileSync(keyFile, 'utf8'))),
    });
  }

  async put(key: string, content: Readable, size: number): Promise<void> {
    try {
      const headers = { 'content-length': String(size), 'content-type': 'application/octet-stream' };
      const answer = await this.#send('PUT', key, headers, content);
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the storage answered ${answer.status} to PUT`);
    } catch (error) {
      content.destroy();
      // Some servers keep what came before a sender broke off.
      await this.delete(key).catch(() => undefined);
      throw error;
    }
  }

  async get(key: string): Promise<Readable> {
    const answer = await this.#send('GET', key);
    if (answer.ok && answer.body) return Readable.fromWeb(answer.body as ReadableStream);
    await answer.body?.cancel();
    throw new Error(`the storage answered ${answer.status} to GET`);
  }

  async delete(key: string): Promise<void> {
    const answer = await this.#send('DELETE', key);
    await answer.body?.cancel();
    if (!answer.ok && answer.status !== 404) throw new Error(`the storage answered ${answer.status} to DELETE`);
  }

  async #send(method: string, key: string, headers: Record<string, string> = {}, body?: Readable): Promise<Response> {
    assertStorageKey(key);
    const { endpoint, region, bucket, prefix, accessKeyId, secretAccessKey } = this.options;
    const signed = await new AwsV4Signer({
      method,
      url: `${endpoint}/${bucket}/${prefix}${key}`,
      // Of a stream no hash is known beforehand. What it carries is authenticated by its own seal.
      headers: { ...headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
      service: 's3',
      region,
      accessKeyId,
      secretAccessKey,
    }).sign();
    return fetch(signed.url, {
      method,
      headers: signed.headers,
      redirect: 'error',
      signal: AbortSignal.timeout(TRANSFER_MS),
      ...(body && { body: Readable.toWeb(body), duplex: 'half' }),
    } as unknown as RequestInit);
  }
}
