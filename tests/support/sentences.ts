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
