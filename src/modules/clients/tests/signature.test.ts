import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { covered } from '../../../../tests/support/coverage.js';
import type { Caller } from '../../../kernel/index.js';
import { nonceOfSigned, publicPartOf, signedText, signingKeyOf } from '../admission/signature.js';

const NOW = new Date('2026-11-21T08:00:00Z');
const TIMESTAMP = String(NOW.getTime() / 1_000);
const NONCE = 'a1b2c3d4e5f6a7b8c9d0';

const pairs = {
  Ed25519: generateKeyPairSync('ed25519'),
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
};
const other = generateKeyPairSync('ed25519');

type Request = Pick<Caller, 'method' | 'target' | 'body'>;
const sent: Request = { method: 'POST', target: '/graphql?x=1', body: Buffer.from('{"query": "{ viewer { name } }"}') };

function signatureOf(key: KeyObject, request: Request, timestamp = TIMESTAMP, nonce = NONCE): string {
  const text = Buffer.from(signedText(request, timestamp, nonce));
  const ed = key.asymmetricKeyType === 'ed25519';
  return (ed ? sign(null, text, key) : sign('sha256', text, { key, dsaEncoding: 'ieee-p1363' })).toString('base64url');
}

function caller(request: Request, headers: Readonly<Record<string, string | undefined>>): Caller {
  return {
    ...request,
    token: '',
    address: '127.0.0.1',
    path: request.target.split('?', 1)[0]!,
    header: (name) => headers[name],
  };
}

function headersOf(signature: string, timestamp = TIMESTAMP, nonce = NONCE) {
  return { 'x-lianxin-timestamp': timestamp, 'x-lianxin-nonce': nonce, 'x-lianxin-signature': signature };
}

/** Everything that must be refused, each differing from a good request in one thing. */
function attacks(privateKey: KeyObject): ReadonlyMap<string, Caller> {
  const good = signatureOf(privateKey, sent);
  const at = (seconds: number) => String(Number(TIMESTAMP) + seconds);
  return new Map([
    ['another body', caller({ ...sent, body: Buffer.from('{"query":"{ viewer { name } }"}') }, headersOf(good))],
    ['no body', caller({ ...sent, body: Buffer.alloc(0) }, headersOf(good))],
    ['another query string', caller({ ...sent, target: '/graphql?x=2' }, headersOf(good))],
    ['another path', caller({ ...sent, target: '/schema.graphql?x=1' }, headersOf(good))],
    ['another method', caller({ ...sent, method: 'GET' }, headersOf(good))],
    ['another timestamp', caller(sent, headersOf(good, at(1)))],
    ['another nonce', caller(sent, headersOf(good, TIMESTAMP, `${NONCE}0`))],
    ['too old', caller(sent, headersOf(signatureOf(privateKey, sent, at(-301)), at(-301)))],
    ['too early', caller(sent, headersOf(signatureOf(privateKey, sent, at(301)), at(301)))],
    ['another key', caller(sent, headersOf(signatureOf(other.privateKey, sent)))],
    ['a short nonce', caller(sent, headersOf(signatureOf(privateKey, sent, TIMESTAMP, 'short'), TIMESTAMP, 'short'))],
    ['no signature', caller(sent, { ...headersOf(''), 'x-lianxin-signature': undefined })],
    ['an empty signature', caller(sent, headersOf(''))],
    ['a signature of nothing', caller(sent, headersOf('A'.repeat(86)))],
    ['no timestamp', caller(sent, { ...headersOf(good), 'x-lianxin-timestamp': undefined })],
    ['milliseconds', caller(sent, headersOf(signatureOf(privateKey, sent, `${TIMESTAMP}000`), `${TIMESTAMP}000`))],
    ['no nonce', caller(sent, { ...headersOf(good), 'x-lianxin-nonce': undefined })],
  ]);
}

type Verifier = (caller: Caller) => unknown;
const passing = (all: ReadonlyMap<string, Caller>, verify: Verifier): string[] =>
  [...all].filter(([, request]) => verify(request) !== null).map(([name]) => name);

describe.each(Object.entries(pairs))('a request signed with %s', (_name, { privateKey, publicKey }) => {
  const jwk = publicKey.export({ format: 'jwk' });
  const verify: Verifier = (request) => nonceOfSigned(request, jwk, NOW);

  test('is good as it was sent, and says its nonce', () => {
    expect(verify(caller(sent, headersOf(signatureOf(privateKey, sent))))).toBe(NONCE);
    const late = String(Number(TIMESTAMP) - 300);
    expect(verify(caller(sent, headersOf(signatureOf(privateKey, sent, late), late)))).toBe(NONCE);
  });

  test('is refused with any part of it changed', () => {
    const all = attacks(privateKey);
    expect(passing(all, verify)).toEqual([]);
    covered('ways to forge a signed request', all.size);
  });

  test('a verifier that overlooks one part would be noticed', () => {
    const all = attacks(privateKey);
    const blind: readonly [string[], Verifier][] = [
      [['another body', 'no body'], (request) => verify({ ...request, body: sent.body })],
      [['another query string', 'another path'], (request) => verify({ ...request, target: sent.target })],
      [['another method'], (request) => verify({ ...request, method: sent.method })],
      [
        ['too old', 'too early'],
        (request) => nonceOfSigned(request, jwk, new Date(Number(request.header('x-lianxin-timestamp')) * 1_000)),
      ],
    ];
    for (const [slipping, faulty] of blind) expect(passing(all, faulty)).toEqual(slipping);
  });
});

describe('a signing key', () => {
  test('is a public one of Ed25519 or P-256, kept without anything else', () => {
    for (const { publicKey } of Object.values(pairs)) {
      const jwk = publicKey.export({ format: 'jwk' });
      expect(signingKeyOf({ ...jwk, kid: 'x', use: 'sig' })).not.toBeNull();
      expect(publicPartOf({ ...jwk, kid: 'x', use: 'sig' })).toEqual(jwk);
    }
  });

  test('is neither private, symmetric, weak nor made up', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
    const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' });
    const bad = [
      pairs.Ed25519.privateKey.export({ format: 'jwk' }),
      pairs.ES256.privateKey.export({ format: 'jwk' }),
      { kty: 'oct', k: 'c2VjcmV0' },
      rsa,
      p384,
      { kty: 'OKP', crv: 'Ed25519', x: 'short' },
      { kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' },
      { kty: 'toString', crv: undefined },
      {},
    ];
    expect(bad.filter((jwk) => signingKeyOf(jwk as Record<string, unknown>) !== null)).toEqual([]);
  });
});
