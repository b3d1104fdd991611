import type { FastifyReply } from 'fastify';
import type { SentFile } from './attachment/receive.service.js';

/** Answers with a file to be kept and never shown in place: whatever it holds, a browser must not run it. */
export function sendFile(reply: FastifyReply, { name, mediaType, size, content }: SentFile): FastifyReply {
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
