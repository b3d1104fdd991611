import { v7 as uuidv7 } from 'uuid';
import { attach } from '../../src/modules/attachments/tests/uploading.js';
import { GroupRoleEntity } from '../../src/modules/identity/group/group-role.entity.js';
import { PNG } from './archives.js';
import type { Platform } from './platform.js';

/** Global id of the first hub of a district, under which everything else can be put. */
export async function someUnion(platform: Platform, district: string): Promise<string> {
  const administrator = await platform.as(district, 'administrator');
  const { organizations } = await administrator.query(`{ organizations(first: 1) { nodes { id } } }`);
  return organizations.nodes[0].id;
}

/** Founds a reading circle at some union of the district and answers its global id. */
export async function foundCircle(platform: Platform, district: string, name = '周五读书会'): Promise<string> {
  const administrator = await platform.as(district, 'administrator');
  const { circle } = await administrator.mutate(
    `mutation ($input: FoundReadingCircleInput!) {
      foundReadingCircle(input: $input) { circle { id } userErrors { code message path } }
    }`,
    { input: { organizationId: await someUnion(platform, district), name, firstMeeting: '2026-12-04' } },
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
