import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { Provider } from '../provider/provider.js';
import type { ProviderSettings } from '../provider/provider.settings.js';
import { Introspection } from '../token/introspection.js';

let server: Server;
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A provider that answers these paths, and on any other says nothing at all or no, and how often it was asked for them. */
async function providerThat(
  others: 'says nothing' | 'says no',
  answers: (issuer: string) => Record<string, object>,
  timeoutMs?: number,
) {
  const asked: string[] = [];
  server = createServer((request, response) => {
    const answer = answers(issuer)[request.url!];
    if (answer) return void response.end(JSON.stringify(answer));
    asked.push(request.url!);
    if (others === 'says no') response.writeHead(400).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientSecretFile = join(
    mkdtempSync(join(process.env.LIANXIN_TEST_HOME ?? tmpdir(), 'lianxin-silent-')),
    'secret',
  );
  writeFileSync(clientSecretFile, 'secret');
  const settings = { id: 'silent', issuer, audience: ['a'], introspection: { clientId: 'c', clientSecretFile } };
  return { provider: new Provider(settings as unknown as ProviderSettings, timeoutMs), asked };
}

/** Why it has failed. */
async function failing(work: () => Promise<unknown>): Promise<string> {
  const error: Error = await work().then(
    () => new Error('it has not failed'),
    (reason) => reason,
  );
  expect(error).toMatchObject({ name: 'ProviderUnreachable' });
  return error.message;
}

/** What somebody hears who has not waited. */
const PAUSED = 'it did not answer a moment ago';

test('a provider that has never answered holds up one moment’s callers, and not each that comes after them', async () => {
  const { provider, asked } = await providerThat('says nothing', () => ({}), 100);
  expect(await failing(() => provider.discover())).toContain('timeout');
  for (const _ of [1, 2, 3]) expect(await failing(() => provider.discover())).toBe(PAUSED);
  expect(asked).toHaveLength(1);
});

const discovery = (issuer: string) => ({
  '/.well-known/openid-configuration': {
    issuer,
    jwks_uri: `${issuer}/keys`,
    introspection_endpoint: `${issuer}/introspect`,
  },
});

test('one that does not answer about tokens is not asked about each that somebody makes up', async () => {
  const { provider, asked } = await providerThat('says nothing', discovery, 1_000);
  const introspection = new Introspection(provider);
  expect(await failing(() => introspection.ask('made-up-0'))).toContain('timeout');
  for (const n of [1, 2, 3]) expect(await failing(() => introspection.ask(`made-up-${n}`))).toBe(PAUSED);
  expect(asked).toHaveLength(1);
});

test('a token that it does not like is no reason to stop asking about others', async () => {
  const { provider, asked } = await providerThat('says no', discovery);
  const introspection = new Introspection(provider);
  for (const n of [1, 2, 3]) await failing(() => introspection.ask(`made-up-${n}`));
  expect(asked).toHaveLength(3);
});
