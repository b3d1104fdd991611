import { Client } from '../../../testing/client.js';
import { type Platform, type PlatformOptions, startPlatform } from '../../../testing/platform.js';
import { issueDemoToken } from '../../access/index.js';

export const BAOSHAN = '310113';

/** A hub of a district that has a few people below it. */
export interface Hub {
  /** Local id. */
  readonly hub: string;
  readonly people: number;
  readonly organizer: Client;
}

/** The demo on a database of its own, with a hub of Baoshan. */
export interface DemoHub extends Hub {
  readonly platform: Platform;
}

export async function demoHub(options: Pick<PlatformOptions, 'workers'> = {}): Promise<DemoHub> {
  const platform = await startPlatform({ template: 'demo', ...options });
  return { platform, ...(await hubOf(platform, BAOSHAN)) };
}

export async function hubOf(platform: Platform, districtCode: string): Promise<Hub> {
  const { id: district } = await platform.district(districtCode);
  const { rows } = await platform.sql.query(
    `select c.ancestor_id as id, count(*)::int as people from organization_closure c
     join members m on m.district_id = c.district_id and m.keeper_organization_id = c.descendant_id
     where c.district_id = $1 and c.until is null group by 1 having count(*) between 5 and 60 order by 2 desc limit 1`,
    [district],
  );
  const [{ id: hub, people }] = rows;
  return { hub, people, organizer: await platform.as(districtCode, 'organizer', { organizationId: hub }) };
}

/** Local id of a hub beside the given one, with more people below it. */
export async function anotherHub(platform: Platform, hub: string): Promise<string> {
  const { rows } = await platform.sql.query(
    `select c.ancestor_id as id from organization_closure c
     join members m on m.district_id = c.district_id and m.keeper_organization_id = c.descendant_id
     where c.until is null and c.ancestor_id <> $1 and c.district_id = (select id from districts where code = $2)
     group by 1 having count(*) between 50 and 400 order by count(*) desc limit 1`,
    [hub, BAOSHAN],
  );
  return rows[0].id;
}

/** An administrator who is somebody else than the demo's. */
export async function anotherAdministrator(platform: Platform): Promise<Client> {
  const { sql } = platform;
  await platform.as(BAOSHAN, 'front-end');
  await sql.query(
    `with made as (
       insert into principals (district_id, id, subject, name, synthetic)
       select id, gen_random_uuid(), 'demo:second', '第二人', true from districts where code = $1 returning district_id, id)
     insert into role_assignments (district_id, id, principal_id, role, since)
     select district_id, gen_random_uuid(), id, 'administrator', '2026-01-01' from made`,
    [BAOSHAN],
  );
  return new Client(platform.address, await issueDemoToken(platform.app.kernel.home, BAOSHAN, 'second'));
}

const FIELDS = '{ id status countedRows writtenRows version downloadAddress }';

/** Asks for a list of members. */
export async function ask(client: Client, input: object) {
  const answer = await client.mutate(
    `mutation ($input: RequestExportInput!) { requestExport(input: $input) { export ${FIELDS} userErrors { code path } } }`,
    { input: { list: 'members', purpose: '年度核对', ...input } },
  );
  return answer.export;
}

/** An export as it is now. */
export async function again(client: Client, id: string) {
  return (await client.query(`query ($id: ID!) { node(id: $id) { ... on Export ${FIELDS} } }`, { id })).node;
}

export function decide(
  client: Client,
  verb: 'approve' | 'reject',
  wanted: { id: string; version: number },
  reason?: string,
) {
  const Verb = verb === 'approve' ? 'Approve' : 'Reject';
  const input = { exportId: wanted.id, expectedVersion: wanted.version, ...(reason !== undefined && { reason }) };
  return client.send(
    `mutation ($input: ${Verb}ExportInput!) { ${verb}Export(input: $input) { export ${FIELDS} userErrors { code } } }`,
    { input },
  );
}

export const codesOf = (answer: { data: Record<string, { userErrors: { code: string }[] }> }) =>
  Object.values(answer.data)[0]!.userErrors.map(({ code }) => code);

/** The file of an export, by an address of its own. */
export async function fileOf(client: Client, id: string): Promise<{ status: number; text: string; headers: Headers }> {
  const { downloadAddress } = await again(client, id);
  const answer = await fetch(`${client.address}${downloadAddress}`);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}
