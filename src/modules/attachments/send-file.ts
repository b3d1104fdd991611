import type { FastifyReply } from 'fastify';
import type { SentFile } from './attachment/receive.service.js';

/** A reader who takes longer keeps a place that others wait for; uploads end after the same time. */
export const TRANSFER_MS = 10 * 60_000;

/** Answers with a file to be kept and never shown in place: whatever it holds, a browser must not run it. */
export function sendFile(reply: FastifyReply, { name, mediaType, size, content }: SentFile): FastifyReply {
  const late = setTimeout(() => content.destroy(new Error('a file was not taken within ten minutes')), TRANSFER_MS);
  content.once('close', () => clearTimeout(late));
  late.unref();
  return reply
    .headers({
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeName(name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    })
    .send(content);
}

/** RFC 8187: what encodeURIComponent leaves and the grammar does not. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
