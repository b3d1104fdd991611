import { v7 as uuidv7 } from 'uuid';
import { addDays, businessDay, changeSettings, localId } from '../../src/kernel/index.js';
import { attach } from '../../src/modules/attachments/tests/uploading.js';
import { issueKey, register } from '../../src/modules/clients/tests/registered.js';
import { GroupRoleEntity } from '../../src/modules/identity/group/group-role.entity.js';
import { settings } from '../fixtures/plugins/reading-circle/settings.js';
import { recordUses } from '../../src/kernel/usage/operation-use.repository.js';
import { PNG } from './archives.js';
import { recordDisclosure } from '../../src/modules/personal-data/index.js';
import { SAMPLES } from './id-places.js';
import type { Platform } from '../../src/testing/platform.js';

/** Makes a row of every kind that the demo has none of, so that generated tests find something to look at. */
export async function everyKindOfRow(platform: Platform, district: string): Promise<void> {
  await joinedCircle(platform, district, await foundCircle(platform, district));
  await mappedGroup(platform, district);
  await attachedPhoto(platform, district);
  await askedExport(platform, district);
  await askForErasure(platform, district);
  await allowedClient(platform, district);
  await toldSomebody(platform, district);
  await plannedSettings(platform, district);
  await standsAside(platform, district);
  await usedOperation(platform, district);
}

/** Lets some member join a reading circle; a job is to confirm the place. */
export async function joinedCircle(platform: Platform, district: string, circleId: string): Promise<void> {
  const administrator = await platform.as(district, 'administrator');
  const [, , memberId] = await someMembers(platform, district, 3);
  await administrator.mutate(
    `mutation ($input: JoinReadingCircleInput!) { joinReadingCircle(input: $input) { userErrors { code path } } }`,
    { input: { circleId, memberId } },
  );
}

/** Plans that a hub stands aside from the reading circles, from a day that no test comes to. */
export async function standsAside(platform: Platform, district: string): Promise<void> {
  const administrator = await platform.as(district, 'administrator');
  const { organizations } = await administrator.query(
    '{ organizations(first: 1, filter: { level: SUBDISTRICT }) { nodes { id } } }',
  );
  const since = addDays(businessDay(new Date()), 300);
  const input = { moduleId: 'reading-circle', organizationId: organizations.nodes[0].id, since, reason: '人手不足' };
  await administrator.mutate(
    `mutation ($input: StandAsideInput!) { standAside(input: $input) { userErrors { code path } } }`,
    { input },
  );
}

/** An operation that used the reading circles, as the collector of uses writes it down. */
export async function usedOperation(platform: Platform, district: string): Promise<void> {
  const at = new Date();
  const use = {
    module: 'reading-circle',
    clientId: null,
    operation: 'Circles',
    fields: ['Query.readingCircles'],
    uses: 1,
  };
  await platform.acting(district, (ctx) => recordUses(ctx.sql, [{ ...use, firstUsedAt: at, lastUsedAt: at }]));
}

/** Plans other settings of the reading circles, for a day that no test comes to. */
export async function plannedSettings(platform: Platform, district: string): Promise<void> {
  const owner = { id: 'reading-circle', settings };
  await platform.acting(district, (ctx) =>
    changeSettings(ctx, owner, { maxParticipants: 20 }, { since: addDays(ctx.today, 300), reason: '扩大' }),
  );
}

/** Puts on record that somebody outside was told about a member of the district. */
export async function toldSomebody(platform: Platform, district: string): Promise<void> {
  const [member] = await someMembers(platform, district, 1);
  const disclosure = { recipient: '市总工会', fields: ['Member.name'], purpose: '核对' };
  await platform.acting(district, (ctx) =>
    recordDisclosure(ctx, { memberId: localId('Member', member!), ...disclosure }),
  );
}

/** Registers somebody else's program, gives it a key, and lets the administrator allow it something. */
export async function allowedClient(platform: Platform, district: string): Promise<void> {
  const administrator = await platform.as(district, 'administrator');
  const { id } = await register(administrator, { externalClientId: SAMPLES.externalClientId });
  await issueKey(administrator, id);
  await administrator.mutate(
    `mutation ($input: AllowClientInput!) { allowClient(input: $input) { userErrors { code path } } }`,
    { input: { clientId: id, permissions: ['organization:read'] } },
  );
}

/** Global id of the first hub of a district, under which everything else can be put. */
export async function someUnion(platform: Platform, district: string): Promise<string> {
  const administrator = await platform.as(district, 'administrator');
  const { organizations } = await administrator.query(`{ organizations(first: 1) { nodes { id } } }`);
  return organizations.nodes[0].id;
}

/** When a circle that {@link foundCircle} founds meets first. */
export const FIRST_MEETING = addDays(businessDay(new Date()), 13);

/** Founds a reading circle at some union of the district and answers its global id. */
export async function foundCircle(platform: Platform, district: string, name = '周五读书会'): Promise<string> {
  const administrator = await platform.as(district, 'administrator');
  const { circle } = await administrator.mutate(
    `mutation ($input: FoundReadingCircleInput!) {
      foundReadingCircle(input: $input) { circle { id } userErrors { code message path } }
    }`,
    { input: { organizationId: await someUnion(platform, district), name, firstMeeting: FIRST_MEETING } },
  );
  return circle.id;
}

/** Global ids of some members of the district. */
export async function someMembers(platform: Platform, district: string, count: number): Promise<string[]> {
  const administrator = await platform.as(district, 'administrator');
  const { members } = await administrator.query(`query ($first: Int!) { members(first: $first) { nodes { id } } }`, {
    first: count,
  });
  return members.nodes.map(({ id }: { id: string }) => id);
}

/** Attaches a photo to some member of the district and answers its global id. */
export async function attachedPhoto(platform: Platform, district: string): Promise<string> {
  const administrator = await platform.as(district, 'administrator');
  const [ownerId] = await someMembers(platform, district, 1);
  return attach(administrator, { ownerId: ownerId!, kind: 'photo', name: 'photo.png' }, PNG);
}

/** Asks for the bodies of the district as a file and answers the global id of that export. */
export async function askedExport(platform: Platform, district: string): Promise<string> {
  const administrator = await platform.as(district, 'administrator');
  const answer = await administrator.mutate(
    `mutation ($input: RequestExportInput!) { requestExport(input: $input) { export { id } userErrors { code } } }`,
    { input: { list: 'organizations', purpose: '核对' } },
  );
  return answer.export.id;
}

/** Puts a request for the erasure of some member of the district on record, still to be approved. */
export async function askForErasure(platform: Platform, district: string): Promise<void> {
  const { id } = await platform.district(district);
  await platform.sql.query(
    `insert into erasure_requests (district_id, id, member_id, status, reason, own, requested_at, requested_by)
     select district_id, gen_random_uuid(), id, 'AWAITS_APPROVAL', '本人书面要求', false, now(), gen_random_uuid()
     from members where district_id = $1 order by id limit 1`,
    [id],
  );
}

/** Puts the role that a group means on record; by the graph it would need a provider of sign-ins. */
export async function mappedGroup(platform: Platform, district: string): Promise<void> {
  const mapping = { id: uuidv7(), provider: 'city-sso', groupName: 'readers', role: 'front-end', mappedBy: uuidv7() };
  await platform.acting(district, (ctx) =>
    ctx.transaction(async (tx) => {
      tx.em.persist(tx.em.create(GroupRoleEntity, mapping));
    }),
  );
}
