import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GrantScope, type Principal, type RequestContext, SYSTEM_PRINCIPAL_ID } from '../../../kernel/index.js';
import type { Client } from '../../../testing/client.js';
import { withClient } from '../../../testing/databases.js';
import { type Platform, startPlatform } from '../../../testing/platform.js';
import { untilLocked } from '../../../../tests/support/waiting.js';
import { errors } from '../errors.js';
import { refuseUnlessMayAlone } from '../scopes.js';
import { BAOSHAN, change, issueKey, refusals, register } from './registered.js';

let platform: Platform;
let administrator: Client;

beforeAll(async () => {
  platform = await startPlatform({ template: 'demo', workers: 0 });
  administrator = await platform.as(BAOSHAN, 'administrator');
});
afterAll(() => platform.close());

describe('handing powers to a program', () => {
  test('needs them: nobody issues a key for more than one holds on the whole district', async () => {
    const holding = (scope: GrantScope) => ({
      id: SYSTEM_PRINCIPAL_ID,
      name: 'x',
      grants: [{ role: 'organizer', scope, permissions: new Set(['organization:read']) }],
    });
    await platform.acting(BAOSHAN, async (ctx) => {
      const as = (principal: Principal) => Object.create(ctx, { principal: { value: principal } }) as RequestContext;
      const handOver = (principal: Principal, scope: string) => () => refuseUnlessMayAlone(as(principal), [scope], []);
      expect(handOver(holding({ kind: 'district' }), 'organization:read')).not.toThrow();
      const refused = expect.objectContaining({
        problems: [expect.objectContaining({ error: errors.CLIENT_SCOPE_NOT_YOURS })],
      });
      const hub: GrantScope = { kind: 'subtree', organizationId: SYSTEM_PRINCIPAL_ID };
      expect(handOver(holding(hub), 'organization:read')).toThrow(refused as never);
      expect(handOver(holding({ kind: 'district' }), 'member:read')).toThrow(refused as never);
    });
    const { id } = await register(administrator, { scopes: ['organization:read', 'audit:read'] });
    expect(await refusals(administrator, 'createClientKey', { clientId: id })).toEqual([
      'CLIENT_SCOPE_NEEDS_PERSON input.clientId',
    ]);
  });

  test('stops at what asks for a second factor, also when scopes grow under a key', async () => {
    const { id } = await register(administrator);
    await issueKey(administrator, id);
    const grown = { clientId: id, scopes: ['organization:read', 'access:manage'], expectedVersion: 1 };
    expect(await refusals(administrator, 'changeClient', grown)).toEqual(['CLIENT_SCOPE_NEEDS_PERSON input.scopes']);
  });

  test('stops there also when scopes grow in the moment in which a key is issued', async () => {
    const { id } = await register(administrator);
    // Whoever issues a key now has looked at the scopes, and waits with the key in hand.
    const outcomes = await withClient(platform.urls.owner, async (blocker) => {
      await blocker.query('begin; lock table api_client_keys in share mode');
      const issued = issueKey(administrator, id);
      await untilLocked(platform.sql, 1);
      const grown = { clientId: id, scopes: ['organization:read', 'access:appoint'], expectedVersion: 1 };
      const changed = change(administrator, 'changeClient', grown);
      // It waits for the one before it; a service that did not make it wait would be through.
      await Promise.race([untilLocked(platform.sql, 2), Promise.allSettled([changed])]);
      await blocker.query('commit');
      return Promise.allSettled([issued, changed]);
    });
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  test.each([
    ['scopes', { scopes: ['organization:read', 'member:reed'] }, ['CLIENT_SCOPE_UNKNOWN input.scopes.1']],
    ['addresses', { addresses: ['10.0.0.0/8', '10.0.0'] }, ['CLIENT_ADDRESS_INVALID input.addresses.1']],
    ['a signing key', { signingKey: { kty: 'oct', k: 'x' } }, ['CLIENT_SIGNING_KEY_INVALID input.signingKey']],
    ['a name', { name: ' ' }, ['INVALID_VALUE input.name']],
    [
      'the external id of another',
      { externalClientId: 'demo:union-app' },
      ['CLIENT_EXTERNAL_ID_TAKEN input.externalClientId'],
    ],
  ])('refuses %s that cannot be', async (_name, wrong, expected) => {
    const given = { name: 'x', kind: 'MERCHANT', scopes: [], ...wrong };
    expect(await refusals(administrator, 'registerClient', given)).toEqual(expected);
  });

  test('is limited in number and time', async () => {
    const { id } = await register(administrator);
    const past = new Date(Date.now() - 1_000).toISOString();
    const far = new Date(Date.now() + 400 * 86_400_000).toISOString();
    for (const expiresAt of [past, far]) {
      expect(await refusals(administrator, 'createClientKey', { clientId: id, expiresAt })).toEqual([
        'CLIENT_KEY_EXPIRY_INVALID input.expiresAt',
      ]);
    }
    await Promise.all([1, 2, 3, 4].map(() => issueKey(administrator, id)));
    const last = await Promise.allSettled([issueKey(administrator, id), issueKey(administrator, id)]);
    expect(last.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('is for the administrator, and shown to the auditor', async () => {
    const auditor = await platform.as(BAOSHAN, 'auditor');
    await auditor.query('{ clients(first: 1) { nodes { name keys { prefix } } } }');
    for (const role of ['auditor', 'organizer', 'member', 'front-end']) {
      const caller = await platform.as(BAOSHAN, role);
      const given = { name: 'x', kind: 'SERVICE', scopes: [] };
      expect(await refusals(caller, 'registerClient', given)).toEqual(['FORBIDDEN']);
    }
  });
});
