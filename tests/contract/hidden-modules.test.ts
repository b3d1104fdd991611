import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { DEMO_DISTRICTS } from '../../src/demo/seed.js';
import { toGlobalId } from '../../src/kernel/graphql/global-id.js';
import { projectSchema } from '../../src/kernel/graphql/projection.js';
import { actAsSystem, localId, type RequestContext, recordRead } from '../../src/kernel/index.js';
import { register } from '../../src/modules/clients/tests/registered.js';
import { Organization } from '../../src/modules/organizations/index.js';
import type { Client } from '../../src/testing/client.js';
import { type Platform, startPlatform } from '../../src/testing/platform.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import { teaHouse } from '../fixtures/plugins/tea-house/plugin.js';
import { covered } from '../support/coverage.js';
import { type Ground, type Stop, stopsOf, visit } from '../support/crawl.js';
import { type Question, questionsAbout } from '../support/hidden-questions.js';
import { guessType, SAMPLES } from '../support/id-places.js';
import { plugins } from '../support/installed.js';
import { namesHeldFor, namesIn } from '../support/module-names.js';
import { fillWithRows } from '../support/old-rows.js';
import { everyKindOfRow, someMembers } from '../support/sentences.js';

const BAOSHAN = '310113';

/** What is said of modules to those who may switch them, and to people of what is kept about them: as it must be. */
const EXEMPT = /^Query\.(modules?|moduleImpact|personalDataOf)$/;

/** Under which name a module's handler of an event of the core acts. */
const HANDLER = 'reading-circle:membership.ended';

/** Says what the crawl must find: which modules are installed. */
@Resolver(() => Organization)
class LeakOfModules {
  @FieldResolver(() => [String], { description: '植入 / Planted' })
  plantedLeak(@Ctx() ctx: RequestContext): string[] {
    return ctx.kernel.registry.switchable.flatMap(({ permissions }) => Object.keys(permissions ?? {}));
  }
}

const planted = brokenPlugin('planted', { resolvers: [LeakOfModules] });
const hidden = [...plugins, teaHouse];

let platform: Platform;
let names: ReadonlySet<string>;
let memberId: string;
let questions: Readonly<Record<string, Question>>;

beforeAll(async () => {
  const installed = [...hidden, planted];
  platform = await startPlatform({
    template: 'demo',
    workers: 0,
    plugins: installed,
    on: installed.map(({ id }) => id),
  });
  await everyKindOfRow(platform, BAOSHAN);
  await rowsOfOthers();
  const circleId = toGlobalId('ReadingCircle', (await platform.someRows(BAOSHAN)).get('ReadingCircle')!);
  questions = questionsAbout({ circleId, memberId });
  await fillWithRows(platform.sql, BAOSHAN);
  const core = new Set([...platform.registry.core, planted.id]);
  names = new Set(hidden.flatMap(({ id }) => [...namesHeldFor(platform.registry, platform.app.superset, id, core)]));
  covered('names of modules that a district has had', names.size);
});
afterAll(() => platform.close());

/** Rows of the core that carry names of the modules: a role, an own role, a client, a consent, a list, a look. */
async function rowsOfOthers(): Promise<void> {
  const administrator = await platform.as(BAOSHAN, 'administrator');

  [memberId] = (await someMembers(platform, BAOSHAN, 1)) as [string];
  const { accounts } = await administrator.query('{ accounts(first: 50) { nodes { id roles { role } } } }');
  const plain = accounts.nodes.find(({ roles }: { roles: { role: string }[] }) => roles[0]?.role === 'front-end');
  await mutate(administrator, 'grantRole', 'GrantRoleInput', { accountId: plain.id, role: 'tea-host' });
  const ownRole = { code: 'own-taster', titleZh: '品茶员', titleEn: 'Taster', scope: 'DISTRICT' };
  await mutate(administrator, 'createRole', 'CreateRoleInput', { ...ownRole, permissions: ['tea-house:read'] });
  await register(administrator, { name: '茶馆屏幕', scopes: ['tea-house:read', 'member:read'] });
  const consent = { memberId, purpose: 'tea-house-portrait', textVersion: 1 };
  await mutate(administrator, 'giveConsent', 'GiveConsentInput', consent);
  await mutate(administrator, 'requestExport', 'RequestExportInput', { list: 'tea-guests', purpose: '核对' });
  const look = { id: memberId, field: 'phone', purpose: 'TEA_INVITATION', reason: '邀请参加' };
  await mutate(administrator, 'unmask', 'UnmaskInput', look);
  await administrator.mutate('mutation ($id: ID!) { pourTea(memberId: $id) { userErrors { code } } }', {
    id: memberId,
  });
  await handledByModule();
  const chair = await platform.as(BAOSHAN, 'chair');
  await chair.refused('mutation ($id: ID!) { pourTea(memberId: $id) { userErrors { code } } }', { id: memberId });
}

/** A record of a row of the core, of what the handler of a module did when it was told of an event of the core. */
async function handledByModule(): Promise<void> {
  const nodeId = localId('Member', memberId);
  const district = await platform.district(BAOSHAN);
  await actAsSystem(platform.app.kernel, district, HANDLER, (ctx) =>
    ctx.transaction((tx) =>
      recordRead(tx, { entity: 'Member', nodeType: 'Member', nodeId, fields: ['status'], purpose: '' }),
    ),
  );
}

async function mutate(client: Client, field: string, type: string, input: object): Promise<void> {
  await client.mutate(`mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code message path } } }`, {
    input,
  });
}

const callersAs = (roles: readonly string[]) => Promise.all(roles.map((role) => platform.as(BAOSHAN, role)));

/** Everybody who looks at a district as a whole, and one member. */
async function everybody(): Promise<Client[]> {
  const clients = await callersAs(['administrator', 'security-administrator', 'auditor', 'front-end', 'city']);
  const { rows } = await platform.sql.query(
    `select id::text from members where district_id = $1 and status = 'ACTIVE' order by id limit 1`,
    [(await platform.district(BAOSHAN)).id],
  );
  return [...clients, await platform.as(BAOSHAN, 'member', { memberId: rows[0].id })];
}

/** What the planted leak puts into an answer. */
const PLANTED = /"plantedLeak":\[[^\]]*\]/g;

/**
 * The names of the modules in all answers to callers who ask for all there is, with where they stood; apart from them,
 * those that the planted leak says.
 */
async function crawled(callers: readonly Client[]): Promise<{ found: Map<string, string>; planted: Set<string> }> {
  const { superset } = platform.app;
  const own = await platform.someRows(BAOSHAN);
  const ground: Ground = {
    schema: projectSchema(superset, await platform.modules(BAOSHAN)),
    idOf: (type) => (own.has(type) ? toGlobalId(type, own.get(type)!) : undefined),
    typeAt: (place, field) => guessType(place, field, [...own.keys()]),
    samples: SAMPLES,
  };
  const found = new Map<string, string>();
  const leaked = new Set<string>();
  const stops: Stop[] = [...stopsOf(ground).filter(({ name }) => !EXEMPT.test(name)), EVERY_RECORD, ...WHOLE_LISTS];
  for (const stop of stops) {
    for (const caller of callers) {
      const answer = JSON.stringify(withoutSwitches(JSON.parse(await visit(caller, stop, new Set()))));
      const rest = answer.replaceAll(PLANTED, '');
      for (const name of namesIn(rest, names)) if (!found.has(name)) found.set(name, stop.name);
      if (rest !== answer) for (const name of namesIn(answer, names)) leaked.add(name);
    }
  }
  return { found, planted: leaked };
}

const EVERY_RECORD: Stop = {
  name: 'every record',
  query: `{ auditRecords(first: 100) { totalCount nodes {
    __typename action actorName entity nodeId purpose changes { field before after sealed } } } }`,
};
/** Each by itself: a list that is closed to the caller closes the whole operation. */
const WHOLE_LISTS: Stop[] = [
  'accounts(first: 100) { nodes { roles { role } } }',
  'districtRoles(first: 50) { nodes { code permissions } }',
  'clients(first: 50) { nodes { name scopes } }',
  'exports(first: 50) { nodes { list } }',
  'groupRoles(first: 50) { nodes { role } }',
  'disclosures(first: 50) { nodes { purpose fields recipient } }',
  'members(first: 20) { nodes { consents(first: 10) { nodes { purpose } } } }',
].map((list) => ({ name: `whole list: ${list.split('(')[0]}`, query: `{ ${list} }` }));

/** Who may see the switches sees them in the audit as well; all whom the crawl asks as auditors may. */
function withoutSwitches(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSwitches);
  if (value === null || typeof value !== 'object') return value;
  const { entity } = value as { entity?: unknown };
  if (typeof entity === 'string' && entity.startsWith('Module')) return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSwitches(inner)]));
}

describe('of modules that a district has had and has no more', () => {
  test('the questions below are answered otherwise while the modules are on', async () => {
    const alike: string[] = [];
    for (const [what, question] of Object.entries(questions)) {
      if ((await answerTo(question, question.off())) === (await answerTo(question, question.unknown())))
        alike.push(what);
    }
    // Nothing sealed stands behind a field of these modules.
    expect(alike).toEqual(['a field to be unmasked']);
    covered('ways to say a name of a module', Object.keys(questions).length);
  });

  test('every kind of name stood in its answers before', async () => {
    const { found } = await crawled(await callersAs(['administrator', 'auditor']));
    const expected = [
      'reading-circle:read',
      'ReadingCircle',
      'foundReadingCircle',
      'tea-house:read',
      'tea-host',
      'tea-house-portrait',
      'tea-guests',
      'tea-ticket',
      'TEA_INVITATION',
      'pourTea',
      'favouriteTea',
      '茶馆掌柜',
    ];
    expect(expected.filter((name) => !found.has(name))).toEqual([]);
    // Everywhere: the city sees what each of its districts has.
    for (const district of DEMO_DISTRICTS) for (const { id } of hidden) await platform.disable(district, id);
  });

  test('no name stands in any answer, whoever asks for whatever', async () => {
    const { found, planted: leaked } = await crawled(await everybody());
    expect([...found]).toEqual([]);
    expect([...leaked]).toEqual(expect.arrayContaining(['reading-circle:read', 'tea-house:read']));
  });

  test('a key that is made meanwhile will not have what they bring', async () => {
    const administrator = await platform.as(BAOSHAN, 'administrator');
    const { clients } = await administrator.query('{ clients(first: 50) { nodes { id name scopes } } }');
    const screen = clients.nodes.find(({ name }: { name: string }) => name === '茶馆屏幕');
    expect(screen.scopes).toEqual(['member:read']);
    await mutate(administrator, 'createClientKey', 'CreateClientKeyInput', { clientId: screen.id });
    const { rows } = await platform.sql.query(`select scopes from api_clients where name = '茶馆屏幕'`);
    expect(rows).toEqual([{ scopes: ['member:read'] }]);
  });

  test('SDL, introspection and suggestions over HTTP say nothing', async () => {
    const administrator = await platform.as(BAOSHAN, 'administrator');
    const { data } = await administrator.send('{ __schema { types { name fields { name } enumValues { name } } } }');
    const slips = await Promise.all(
      [
        '{ readingCircle(first: 1) { totalCount } }',
        '{ members(first: 1) { nodes { readingCircle favouriteTeas } } }',
        '{ members(first: 1, filter: { readingCircleIds: "x" }) { totalCount } }',
        'mutation { pourTeas }',
        'mutation { unmask(input: { purpose: TEA_INVITATIONS }) { value } }',
        '{ node(id: "x") { ... on ReadingCircles { name } } }',
      ].map((query) => administrator.send(query)),
    );
    const told = slips.flatMap(({ errors }) =>
      errors.map(({ message }) => /Did you mean (.*)$/.exec(message)?.[1] ?? ''),
    );
    const sdl = await (await administrator.fetch('/schema.graphql')).text();
    const identifiers = new Set([...names].filter((name) => !/^[a-z]+$/.test(name)));
    for (const text of [sdl, JSON.stringify(data), told.join('\n')]) expect(namesIn(text, identifiers)).toEqual([]);
    expect(told.join('')).not.toBe('');
  });
});

/** What comes back, without the name itself and what differs from request to request. */
async function answerTo({ role, query, named }: Question, name: string): Promise<string> {
  const client = await platform.as(BAOSHAN, role);
  const { status, data, errors } = await client.send(query, named(name));
  const told = errors.map(({ message, extensions: { requestId: _, ...rest } }) => [message, rest]);
  return JSON.stringify([status, data, told]).replaceAll(name, '…');
}

describe('a name of a module that is off is answered like one that nobody has:', () => {
  test.each(Object.keys(questionsAbout({ circleId: '', memberId: '' })))('%s', async (what) => {
    const question = questions[what]!;
    expect(await answerTo(question, question.off())).toBe(await answerTo(question, question.unknown()));
  });
});
