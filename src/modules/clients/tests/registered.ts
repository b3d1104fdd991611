import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { Client } from '../../../testing/client.js';

export const BAOSHAN = '310113';
export const YANGPU = '310110';

/** What of a client the tests ask for. */
export interface Registered {
  readonly id: string;
  readonly version: number;
  readonly keys: readonly { readonly id: string; readonly prefix: string; readonly lastUsedAt: string | null }[];
}

const SHOWN = 'client { id version keys { id prefix lastUsedAt } }';

/** Registers a client as whoever `by` is; by default a service that may see organizations. */
export async function register(by: Client, input: Record<string, unknown> = {}): Promise<Registered> {
  const given = { name: '对账系统', kind: 'SERVICE', scopes: ['organization:read'], ...input };
  const operation = `mutation ($input: RegisterClientInput!) { registerClient(input: $input) { ${SHOWN} userErrors { code path } } }`;
  return (await by.mutate(operation, { input: given })).client;
}

/** Issues a key and answers its full text. */
export async function issueKey(by: Client, clientId: string, expiresAt?: string): Promise<string> {
  const operation = `mutation ($input: CreateClientKeyInput!) { createClientKey(input: $input) { key userErrors { code } } }`;
  return (await by.mutate(operation, { input: { clientId, expiresAt } })).key;
}

/** Codes and paths with which a change is refused. */
export async function refusals(by: Client, mutation: string, input: object): Promise<string[]> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const operation = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code path } } }`;
  const errors = await by.refused(operation, { input });
  return errors.map(({ code, path }) => `${code} ${path.join('.')}`.trim());
}

/** Carries out a change and answers the client. */
export async function change(by: Client, mutation: string, input: object): Promise<Registered> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const operation = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${SHOWN} userErrors { code path } } }`;
  return (await by.mutate(operation, { input })).client;
}

/** The three headers of a signed request, put together as the documentation says. */
export function signedHeaders(key: KeyObject, method: string, target: string, body = ''): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const nonce = randomBytes(16).toString('base64url');
  const text = [method, target, timestamp, nonce, createHash('sha256').update(body).digest('hex')].join('\n');
  return {
    'x-lianxin-timestamp': timestamp,
    'x-lianxin-nonce': nonce,
    'x-lianxin-signature': sign(null, Buffer.from(text), key).toString('base64url'),
  };
}
