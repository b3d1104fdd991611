import { createHash, createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import type { Caller } from '../../../kernel/index.js';

/** How far the clock of a client may be from ours. */
export const CLOCK_TOLERANCE_SECONDS = 300;

const KINDS: ReadonlySet<string> = new Set(['OKP Ed25519', 'EC P-256']);

/** The public key in a JWK, Ed25519 or P-256; `null` for anything else, also for one that holds its private part. */
export function signingKeyOf(jwk: Readonly<Record<string, unknown>>): KeyObject | null {
  if (!KINDS.has(`${jwk.kty} ${jwk.crv}`) || 'd' in jwk) return null;
  try {
    return createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
  } catch {
    return null;
  }
}

/** The key with nothing in it but what verifying needs. */
export function publicPartOf(jwk: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { kty, crv, x, y } = jwk;
  return { kty, crv, x, ...(kty === 'EC' && { y }) };
}

/** The signed text: method, path with query string, timestamp, nonce and SHA-256 of the body in hex, one per line. */
export function signedText(
  { method, target, body }: Pick<Caller, 'method' | 'target' | 'body'>,
  timestamp: string,
  nonce: string,
): string {
  return [method, target, timestamp, nonce, createHash('sha256').update(body).digest('hex')].join('\n');
}

/**
 * The nonce of a request that is rightly signed and sent now, `null` for any other. Whether the nonce is new is for the
 * table to say. Ed25519 (RFC 8032) or ES256 (RFC 7518: r and s, 64 bytes), in base64url.
 */
export function nonceOfSigned(caller: Caller, jwk: Readonly<Record<string, unknown>>, now: Date): string | null {
  const timestamp = caller.header('x-lianxin-timestamp') ?? '';
  const nonce = caller.header('x-lianxin-nonce') ?? '';
  const signature = caller.header('x-lianxin-signature') ?? '';
  if (!/^\d{10}$/.test(timestamp) || !/^[\w-]{16,64}$/.test(nonce) || !/^[\w-]{86}$/.test(signature)) return null;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > CLOCK_TOLERANCE_SECONDS) return null;
  const key = signingKeyOf(jwk);
  if (!key) return null;
  const text = Buffer.from(signedText(caller, timestamp, nonce));
  const bytes = Buffer.from(signature, 'base64url');
  const good =
    key.asymmetricKeyType === 'ed25519'
      ? verify(null, text, key, bytes)
      : verify('sha256', text, { key, dsaEncoding: 'ieee-p1363' }, bytes);
  return good ? nonce : null;
}
