import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type RequestContext, toGlobalId } from '../../src/kernel/index.js';
import { Member, type MemberRow } from '../../src/modules/members/index.js';
import { Register } from '../../src/modules/members/tests/register.js';
import { applicationOf, formOf, foundTown, somebody, type Town } from '../../src/modules/members/tests/town.js';
import { applyForMembership } from '../../src/modules/members/index.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import type { Client } from '../../src/testing/client.js';
import { covered } from '../support/coverage.js';
import { type Ground, readableFields, stopsOf, visit } from '../support/crawl.js';
import { guessType, SAMPLES } from '../support/id-places.js';
import { plugins } from '../support/installed.js';
import { fillWithRows } from '../support/old-rows.js';
import { Platform, startPlatform } from '../../src/testing/platform.js';

const DISTRICT = '310113';

/** Opens what it should leave sealed, and shows it as a text: the fault that the crawl must catch. */
@Resolver(() => Member)
class UnmaskedField {
  @FieldResolver(() => String, { nullable: true, description: '电话原文 / The phone number as it is' })
  plantedPhone(@Root() { id, phoneSealed }: MemberRow, @Ctx() ctx: RequestContext): Promise<string | null> {
    const place = { table: 'members', column: 'phone_sealed', rowId: id, personId: id };
    return ctx.kernel.vault.open(ctx, place, phoneSealed);
  }
}

const planted = brokenPlugin('planted', { resolvers: [UnmaskedField] });

let platform: Platform;
let town: Town;
let ground: Ground;
let callers: ReadonlyMap<string, Client>;
let memberId: string;
const person = somebody();
const applicant = somebody();
/** Everything sealed that the register knows, as it must never be answered. */
const secrets = [person, applicant].flatMap(({ phone, nationalId }) => [phone, nationalId]);

beforeAll(async () => {
  const installed = [...plugins, planted];
  platform = await startPlatform({ workers: 0, plugins: installed });
  town = await platform.acting(DISTRICT, foundTown);
  for (const { id } of plugins) await platform.enable(DISTRICT, id);
  const register = new Register(() => platform, DISTRICT);
  memberId = await register.memberSince(town.factory, '2019-05-06', person);
  await platform.acting(DISTRICT, (ctx) => applyForMembership(ctx, applicationOf(applicant, town.factory)));
  callers = new Map([
    ['administrator', await platform.as(DISTRICT, 'administrator')],
    ['auditor', await platform.as(DISTRICT, 'auditor')],
    ['organizer', await platform.as(DISTRICT, 'organizer', { organizationId: town.hub })],
    ['case-worker', await platform.as(DISTRICT, 'case-worker', { organizationId: town.hub })],
    ['chair', await platform.as(DISTRICT, 'chair', { organizationId: town.factory })],
    ['member', await platform.as(DISTRICT, 'member', { memberId })],
  ]);
  await fillWithRows(platform.sql, DISTRICT);
  const own = new Map([
    ['Member', toGlobalId('Member', memberId)],
    ['Organization', toGlobalId('Organization', town.factory)],
  ]);
  for (const [type, id] of await platform.someRows(DISTRICT)) {
    if (!own.has(type)) own.set(type, toGlobalId(type, id));
  }
  ground = {
    schema: platform.app.superset.schema,
    idOf: (type) => own.get(type),
    typeAt: (place, field) => guessType(place, field, [...own.keys()]),
    // Nothing is changed by a crawl, so a module that can be switched will do: it is asked about more.
    samples: { ...SAMPLES, moduleId: 'reading-circle' },
  };
});
afterAll(() => platform.close());

/** Switches the planted field on for one piece of work. */
async function withPlanted<T>(work: () => Promise<T>): Promise<T> {
  await platform.enable(DISTRICT, 'planted');
  try {
    return await work();
  } finally {
    await platform.disable(DISTRICT, 'planted');
  }
}

/** The one query that shows full values, to the person and by a permission of its own. */
const stops = (withoutPlanted = true) =>
  stopsOf(ground)
    .filter(({ name }) => name !== 'Query.personalDataOf')
    .map(({ name, query }) => ({ name, query: withoutPlanted ? query.replaceAll(/\bplantedPhone\s/g, '') : query }));

const shown = (text: string) => secrets.filter((secret) => text.includes(secret));

describe('masked fields stay masked', () => {
  test('wherever the graph leads, for every role', async () => {
    const leaks: string[] = [];
    const seen = new Set<string>();
    const everywhere = stops();
    for (const [role, client] of callers) {
      for (const stop of everywhere) {
        const text = await visit(client, stop, seen);
        if (shown(text).length > 0) leaks.push(`${role}: ${stop.name}`);
      }
    }
    expect(leaks).toEqual([]);
    expect(seen).toContain('Member.phone');
    expect(seen).toContain('Member.nationalId');
    const fields = readableFields(ground.schema).filter((field) => seen.has(field));
    covered('fields crawled for full values', fields.length);
  }, 120_000);

  test('a field that shows the full value as a text is noticed', async () => {
    const leaks = await withPlanted(async () => {
      const found: string[] = [];
      for (const stop of stops(false)) {
        if (shown(await visit(callers.get('administrator')!, stop, new Set())).length > 0) found.push(stop.name);
      }
      return found;
    });
    expect(leaks).toContain('Member');
    expect(leaks).toContain('Query.members');
  }, 60_000);

  test('under aliases, in fragments, in inline fragments, in node() and nodes(), in nested lists, in edges', async () => {
    const id = toGlobalId('Member', memberId);
    const query = `query ($id: ID!) {
      a: member(id: $id) { p: phone n: nationalId name: phone birthDate: nationalId }
      b: node(id: $id) { ... on Member { raw: phone ...Sealed } }
      c: nodes(ids: [$id, $id]) { ...Sealed }
      organization(id: "${toGlobalId('Organization', town.factory)}") {
        members(first: 5) { nodes { value: phone ...Sealed } edges { node { unmasked: nationalId } } }
      }
      membershipApplications(first: 5) { nodes { member { phone: nationalId x: phone } } }
    }
    fragment Sealed on Member { phone nationalId memberships(first: 2) { nodes { member { deep: phone } } } }`;
    for (const role of ['administrator', 'organizer', 'case-worker', 'chair']) {
      const answer = await callers.get(role)!.send(query, { id });
      expect(answer.data?.a ?? answer.errors).toEqual({
        p: `${person.phone.slice(0, 3)}****${person.phone.slice(7)}`,
        n: expect.stringMatching(/^\d{4}\*{11}\d{2}[\dX]$/),
        name: `${person.phone.slice(0, 3)}****${person.phone.slice(7)}`,
        birthDate: expect.stringMatching(/^\d{4}\*{11}\d{2}[\dX]$/),
      });
      expect(shown(JSON.stringify(answer))).toEqual([]);
    }
  });

  test('in payloads and user errors of mutations, also of those that were sent the full values', async () => {
    const administrator = callers.get('administrator')!;
    const select = 'member { phone nationalId } userErrors { code message path details }';
    const apply = `mutation ($input: ApplyForMembershipInput!) { applyForMembership(input: $input) { ${select} } }`;
    const transfer = `mutation ($input: TransferMembershipInput!) { transferMembership(input: $input) { ${select} } }`;
    const unmask = `mutation ($input: UnmaskInput!) { unmask(input: $input) { value userErrors { code message path details } } }`;
    const answers = [
      await administrator.send(apply, { input: formOf(person, town.school) }),
      await administrator.send(apply, { input: { ...formOf(person, town.school), name: '另一人' } }),
      await administrator.send(apply, { input: { ...formOf(applicant, town.school), phone: `${applicant.phone}0` } }),
      await administrator.send(apply, {
        input: { ...formOf(applicant, town.school), nationalId: `${applicant.nationalId}0` },
      }),
      await administrator.send(transfer, {
        input: {
          memberId: toGlobalId('Member', memberId),
          toOrganizationId: toGlobalId('Organization', town.school),
          reason: '调动',
          expectedVersion: 1,
        },
      }),
      await administrator.send(unmask, {
        input: { id: toGlobalId('Member', memberId), field: 'phone', purpose: 'CONTACT', reason: '' },
      }),
    ];
    expect(answers.map((answer) => shown(JSON.stringify(answer)))).toEqual(answers.map(() => []));
    expect(answers[4]!.data.transferMembership.member.phone).toMatch(/^\d{3}\*{4}\d{4}$/);
  });
});
