import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, type GraphQLInputType, isInputObjectType, isObjectType } from 'graphql';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { createSynthesizer, type SyntheticPerson } from '../../src/demo/synthetic.js';
import { localId, Permission, type RequestContext, toGlobalId } from '../../src/kernel/index.js';
import { applyForMembership, decideMembershipApplication, endMembership } from '../../src/modules/members/index.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import type { Client } from '../../src/testing/client.js';
import { covered } from '../support/coverage.js';
import { plugins } from '../support/installed.js';
import { askWithId, idProbeName, idProbes } from '../support/id-probes.js';
import { type Platform, startPlatform } from '../../src/testing/platform.js';
import { foundCircle } from '../support/sentences.js';

const BAOSHAN = '310113';
const APPLY = `mutation ($input: ApplyForMembershipInput!) { applyForMembership(input: $input) {
  applicationNo decideBy application { id status reason } member { id name } userErrors { code message path details } } }`;

/** Every field that takes a person's numbers, and the test that shows that its answer does not tell who is on file. */
const DOORS: Readonly<Record<string, string>> = {
  'Mutation.applyForMembership(input.nationalId)': 'tests/contract/enumeration.test.ts',
  'Mutation.applyForMembership(input.phone)': 'tests/contract/enumeration.test.ts',
  'Mutation.bindPerson(input.identity.nationalId)': 'src/modules/identity/tests/binding.test.ts',
  'Mutation.bindPerson(input.identity.phone)': 'src/modules/identity/tests/binding.test.ts',
};

/** Places whose answer tells that something is there to callers who cannot read it as a node. */
const KNOWN_TO_ALL: Readonly<Record<string, string>> = {
  'allowClient(input.clientId: Client)':
    'whoever is asked for consent must know who asks; clientAccess shows name and scopes',
};

/** Looks past the predicate of the type: the fault that the comparison of hidden and unknown ids must catch. */
@Resolver()
class Telling {
  @Query(() => Boolean, { description: '植入 / Planted' })
  @Permission('organization:read')
  async plantedTelling(
    @Arg('organizationId', () => ID, { description: '组织 / Organization' }) organizationId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    const id = localId('Organization', organizationId);
    return (await ctx.sql.selectFrom('organizations').select('id').where('id', '=', id).execute()).length > 0;
  }
}

const installed = [...plugins, brokenPlugin('planted', { resolvers: [Telling] })];
const people = createSynthesizer(11, 38);

let platform: Platform;
let union: string;

beforeAll(async () => {
  platform = await startPlatform({
    template: 'demo',
    workers: 0,
    plugins: installed,
    on: installed.map(({ id }) => id),
  });
  const { rows } = await platform.sql.query(
    `select o.id from organizations o join districts d on d.id = o.district_id
     where d.code = $1 and o.status = 'FOUNDED' and o.kind = 'ENTERPRISE_UNION' order by o.id limit 1`,
    [BAOSHAN],
  );
  union = rows[0].id;
});
afterAll(() => platform.close());

const formOf = ({ name, nationalId, phone, employmentType, occupation, joinedVia }: SyntheticPerson) => ({
  name,
  nationalId,
  phone,
  employmentType,
  occupation,
  via: joinedVia,
});

/** A new person on file, as far as the register knows them. */
async function onFile(end?: 'DECEASED' | 'LEFT', decided = true): Promise<SyntheticPerson> {
  const person = people.person();
  await platform.acting(BAOSHAN, async (ctx) => {
    const { applicationId, memberId } = await applyForMembership(ctx, { ...formOf(person), organizationId: union });
    if (!decided) return;
    await decideMembershipApplication(ctx, { applicationId, decision: 'APPROVE', expectedVersion: 1 });
    if (!end) return;
    const { rows } = await platform.sql.query('select id from memberships where member_id = $1', [memberId]);
    const ending = { membershipId: rows[0].id, until: ctx.today, reason: end, expectedVersion: 1 };
    await endMembership(ctx, ending);
  });
  return person;
}

/** One person on file for everything that the register may hold against an application, and one who is not on file. */
async function peopleOnFile(): Promise<Record<string, SyntheticPerson>> {
  return {
    member: await onFile(),
    'member under another name': { ...(await onFile()), name: '另一人' },
    deceased: await onFile('DECEASED'),
    'former member': await onFile('LEFT'),
    'applicant already': await onFile(undefined, false),
    'nobody on file': people.person(),
  };
}

/** The answers to applications for these people, by who they are. */
async function answersTo(client: Client, whom: Readonly<Record<string, SyntheticPerson>>) {
  const asked = Object.entries(whom).map(async ([who, person]) => {
    const input = { ...formOf(person), organizationId: toGlobalId('Organization', union) };
    return [who, withoutReceipt(await client.send(APPLY, { input }))] as const;
  });
  return new Map(await Promise.all(asked));
}

/** An answer without the receipt, whose form is checked. */
function withoutReceipt(answer: { status: number; data: unknown; errors: unknown }): string {
  const { status, data, errors } = answer;
  return JSON.stringify({ status, data, errors }).replace(/RH\d{8}-[0-9A-HJKMNP-TV-Z]{8}/g, '<receipt>');
}

describe('whoever may not read members', () => {
  test('finds every field that takes a person’s numbers in the list of doors that are tried', () => {
    const { schema } = platform.app.superset;
    const doors = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields()).flatMap((field) =>
            field.args.flatMap((arg) =>
              numbersIn(arg.type, [arg.name]).map((path) => `${type.name}.${field.name}(${path})`),
            ),
          )
        : [],
    );
    expect(doors.sort()).toEqual(
      Object.keys(DOORS)
        .filter((door) => doors.includes(door))
        .sort(),
    );
    for (const file of Object.values(DOORS)) expect([file, existsSync(file)]).toEqual([file, true]);
    covered('places for a person’s numbers', doors.length);
  });

  test('gets one answer to an application for whoever it is, and the union gets to know what stands in its way', async () => {
    const frontEnd = await platform.as(BAOSHAN, 'front-end');
    const administrator = await platform.as(BAOSHAN, 'administrator');
    const neutral = await answersTo(frontEnd, await peopleOnFile());
    expect(new Set(neutral.values()).size).toBe(1);
    expect([...neutral.values()][0]).toContain('"userErrors":[]');
    expect([...neutral.values()][0]).toContain('<receipt>');
    // The same comparison, for those who may hear it: it looks at something.
    const told = await answersTo(administrator, await peopleOnFile());
    expect([...told.values()].filter((answer) => /"code":"MEMBER/.test(answer))).toHaveLength(4);

    const { rows } = await platform.sql.query(
      `select status, reason from membership_applications where decided_by = '00000000-0000-0000-0000-000000000000'
       and status = 'REJECTED' and reason like '% / %'`,
    );
    expect(rows).toHaveLength(4);
  });

  test('gets one answer for a member’s own sign-in as well: nobody else is applied for, known or not', async () => {
    const { rows } = await platform.sql.query(
      `select m.id from members m join districts d on d.id = m.district_id where d.code = $1 and m.status = 'ACTIVE' limit 1`,
      [BAOSHAN],
    );
    const member = await platform.as(BAOSHAN, 'member', { memberId: rows[0].id });
    const answers = await answersTo(member, await peopleOnFile());
    expect([...new Set(answers.values())]).toEqual([expect.stringContaining('FORBIDDEN')]);
  });

  test('cannot tell by the clock either', async () => {
    const frontEnd = await platform.as(BAOSHAN, 'front-end');
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      for (const [person, times] of [
        [await onFile(), known],
        [people.person(), unknown],
      ] as const) {
        const input = { ...formOf(person), organizationId: toGlobalId('Organization', union) };
        const began = performance.now();
        await frontEnd.mutate(APPLY, { input });
        times.push(performance.now() - began);
      }
    }
    // Each answer comes at a multiple of the step, 250 ms; what is left is the way there and back, and what else the machine did.
    expect(Math.abs(Math.min(...known) - Math.min(...unknown))).toBeLessThan(100);
    expect(Math.min(...known, ...unknown)).toBeGreaterThan(240);
  });
});

describe('an id of the own district that the caller may not see', () => {
  test('gets, in every place for an id, the answer of an id that nobody has', async () => {
    await foundCircle(platform, BAOSHAN);
    const { schema } = platform.app.superset;
    const nodes = platform.registry.plugins.flatMap((plugin) => Object.entries(plugin.nodes ?? {}));
    const different: string[] = [];
    let tried = 0;
    for (const caller of await narrowCallers()) {
      const { own, hidden } = await dividedBy(
        caller.client,
        nodes.map(([type, { table }]) => [type, table]),
      );
      for (const probe of idProbes(schema, [...hidden.keys()])) {
        if (!hidden.has(probe.type)) continue;
        const seen = await askWithId(caller.client, schema, probe, hidden.get(probe.type)!, own);
        const unknown = await askWithId(caller.client, schema, probe, uuidv7(), own);
        tried += 1;
        if (seen !== unknown) different.push(`${caller.role}: ${idProbeName(probe)}\n  ${seen}\n  ${unknown}`);
      }
    }
    const unexpected = different.filter(
      (line) => !line.includes('plantedTelling') && !Object.keys(KNOWN_TO_ALL).some((place) => line.includes(place)),
    );
    expect(unexpected).toEqual([]);
    expect(different.filter((line) => line.includes('plantedTelling')).length).toBeGreaterThan(0);
    covered('places for an id, tried with one that is hidden in the own district', tried);
  });
});

/** Callers who see a part of the district: a hub, one union, themselves. */
async function narrowCallers(): Promise<{ role: string; client: Client }[]> {
  const { rows } = await platform.sql.query(
    `select o.id, o.kind, m.id as member from organizations o join districts d on d.id = o.district_id
     join members m on m.organization_id = o.id where d.code = $1 order by o.id, m.id limit 1`,
    [BAOSHAN],
  );
  const { id: organizationId, member: memberId } = rows[0];
  return [
    { role: 'organizer', client: await platform.as(BAOSHAN, 'organizer', { organizationId }) },
    { role: 'chair', client: await platform.as(BAOSHAN, 'chair', { organizationId }) },
    { role: 'case-worker', client: await platform.as(BAOSHAN, 'case-worker', { organizationId }) },
    { role: 'member', client: await platform.as(BAOSHAN, 'member', { memberId }) },
  ];
}

/**
 * Per type of node an id that the caller sees and one that it does not, where there is one: the oldest, so that among
 * accounts it is one of the demo's and never the caller's own, to which some doors are open.
 */
async function dividedBy(client: Client, types: readonly (readonly [string, string])[]) {
  const own = new Map<string, string>();
  const hidden = new Map<string, string>();
  const { id: district } = await platform.district(BAOSHAN);
  for (const [type, table] of types) {
    const { rows } = await platform.sql.query(
      `(select id from ${table} where district_id = $1 order by id limit 40)
       union (select id from ${table} where district_id = $1 order by id desc limit 40)
       order by id`,
      [district],
    );
    const uuids = rows.map(({ id }) => id as string);
    if (uuids.length === 0) continue;
    const { nodes } = await client.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: uuids.map((id) => toGlobalId(type, id)),
    });
    for (const [index, uuid] of uuids.entries()) {
      const into = nodes[index] ? own : hidden;
      if (!into.has(type)) into.set(type, uuid);
    }
  }
  return { own, hidden };
}

function numbersIn(type: GraphQLInputType, path: readonly string[], within: readonly string[] = []): string[] {
  const named = getNamedType(type);
  if (named.name === 'NationalId' || named.name === 'PhoneNumber') return [path.join('.')];
  if (!isInputObjectType(named) || within.includes(named.name)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    numbersIn(field.type, [...path, field.name], [...within, named.name]),
  );
}
