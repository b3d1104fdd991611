import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Ctx, Mutation, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { Permission, type RequestContext, toGlobalId } from '../../src/kernel/index.js';
import { RemoveRolePayload } from '../../src/modules/access/role/role.resolver.js';
import { brokenPlugin } from '../fixtures/plugins/broken/broken-plugin.js';
import { Client } from '../../src/testing/client.js';
import { covered } from '../support/coverage.js';
import { plugins } from '../support/installed.js';
import { type Platform, startPlatform } from '../../src/testing/platform.js';
import { callOf, type RootField, rootFieldsOf } from '../support/root-calls.js';
import { everyKindOfRow } from '../support/sentences.js';
import { standingOf, standings } from '../support/standings.js';

const BAOSHAN = '310113';

/** Tables that a transaction may write to without any record of the audit, each with the reason. */
const UNRECORDED: Readonly<Record<string, string>> = {
  binding_attempts: 'tries, counted for half an hour',
  client_nonces: 'signed requests that have come, kept for minutes',
  file_tickets: 'single-use addresses; what is sent to them is on record',
  outbox_events: 'of a change that left everything as it was the event alone is there',
  organization_figure_deltas: 'derived from what is on record',
  organization_figures: 'derived from what is on record',
  operation_uses: 'counts of which operations were used, written apart from them; nobody’s data changes',
};

/** What a generated call has to say to be carried out, beside samples and ids. */
const SAID: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  createRole: { code: 'own-sample', permissions: ['organization:read'] },
  grantRole: { role: 'front-end' },
  registerClient: { scopes: ['organization:read'] },
  requestExport: { list: 'organizations' },
  unmask: { field: 'phone', id: 'Member' },
  requestUpload: { kind: 'photo', name: 'photo.png', ownerId: 'Member' },
  approveErasure: { erasureRequestId: 'ErasureRequest' },
  enableModule: { moduleId: 'reading-circle' },
  lockModule: { moduleId: 'reading-circle' },
  standAside: { moduleId: 'reading-circle', organizationId: 'Organization' },
  changeModuleSettings: { moduleId: 'reading-circle', values: { maxParticipants: 30 }, expectedVersion: 1 },
  revertModuleSettings: { moduleId: 'reading-circle', toSettingsChangeId: 'SettingsChange', expectedVersion: 2 },
  takePartAgain: { moduleId: 'reading-circle', organizationId: 'Organization' },
};

/** Places among the rows of a type, oldest first, that calls are tried with. */
const TRIED = [-1, 0, -2, 1, 7];

/** What the audit must not miss: a change that goes past the unit of work. */
@Resolver()
class Quiet {
  @Mutation(() => RemoveRolePayload, { description: '植入 / Planted' })
  @Permission('organization:update')
  async plantedQuiet(@Ctx() ctx: RequestContext): Promise<RemoveRolePayload> {
    await ctx.transaction((tx) => sql`update organizations set name = name where parent_id is null`.execute(tx.sql));
    return { removedCode: 'own-planted' };
  }
}

let platform: Platform;
let everything: Client;
/** Ids of each type of node, oldest first. */
const rows = new Map<string, string[]>();

beforeAll(async () => {
  const planted = brokenPlugin('planted', { resolvers: [Quiet], authenticate: standings(BAOSHAN) });
  const installed = [...plugins, planted];
  platform = await startPlatform({
    template: 'demo',
    workers: 0,
    plugins: installed,
    on: installed.map(({ id }) => id),
  });
  await watch();
  await everyKindOfRow(platform, BAOSHAN);
  everything = new Client(platform.address, standingOf('everything'));
});
afterAll(() => platform?.close());

async function readRows(): Promise<void> {
  const { id } = await platform.district(BAOSHAN);
  for (const [type, { table }] of platform.registry.plugins.flatMap((plugin) => Object.entries(plugin.nodes ?? {}))) {
    const found = await platform.sql.query(`select id from ${table} where district_id = $1 order by id`, [id]);
    rows.set(
      type,
      found.rows.map((row) => String(row.id)),
    );
  }
}

/** Calls a mutation with a row of each type; whether it was carried out. */
async function call(root: RootField, place: number): Promise<boolean> {
  const { schema } = platform.app.superset;
  const idOf = (type: string) => toGlobalId(type, rows.get(type)?.at(place) ?? uuidv7());
  const types = [...rows.keys()];
  const { operation, variables } = callOf(schema, root, types, idOf);
  const said = Object.entries(SAID[root.field.name] ?? {}).map(([name, value]) => [
    name,
    // Types of nodes are called with a capital, modules by their codes.
    /[iI]d$/.test(name) && /^[A-Z]/.test(String(value)) ? idOf(String(value)) : value,
  ]);
  const input = { ...(variables.input as object), ...Object.fromEntries(said) };
  const { data, errors } = await everything.send(operation, { ...variables, ...(variables.input ? { input } : {}) });
  return errors.length === 0 && data?.[root.field.name]?.userErrors?.length === 0;
}

/** What has been committed without a record since this was last asked. */
async function unrecorded(): Promise<string[]> {
  const found = await platform.sql.query<{ name: string; deed: string }>(
    'with gone as (delete from unrecorded returning *) select distinct name, deed from gone order by name, deed',
  );
  return found.rows.filter(({ name }) => !UNRECORDED[name]).map(({ name, deed }) => `${deed} ${name}`);
}

/** Notes at each commit which tenant tables it has written to, when no record of the audit goes with it. */
async function watch(): Promise<void> {
  const { rows: tables } = await platform.sql.query<{ name: string }>(
    `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'district_id'
       and c.relname not in ('audit_records', 'audit_seals')`,
  );
  await platform.sql.query(`
    create table public.unrecorded (name text, deed text);
    create function public.note_unrecorded() returns trigger language plpgsql security definer as $$
    begin
      if not exists (select from public.audit_records where tx = pg_current_xact_id()::text::bigint) then
        insert into public.unrecorded values (tg_table_name, tg_op);
      end if;
      return null;
    end $$;
    ${tables
      .map(
        ({ name }) =>
          `create constraint trigger noted after insert or update or delete on ${name}
           deferrable initially deferred for each row execute function public.note_unrecorded();`,
      )
      .join('\n')}`);
  covered('tenant tables watched for changes without a record', tables.length);
}

test('whatever a mutation changes, a record of the audit goes with it', async () => {
  // Both written by the test itself; the rows of all other kinds came by mutations.
  expect(await unrecorded()).toEqual(['INSERT disclosures', 'INSERT erasure_requests']);
  const silent: string[] = [];
  const carriedOut = new Set<string>();
  for (const root of rootFieldsOf(platform.app.superset.schema)) {
    if (root.root !== 'mutation') continue;
    const { name } = root.field;
    await readRows();
    for (const place of TRIED) if (!carriedOut.has(name) && (await call(root, place))) carriedOut.add(name);
    silent.push(...(await unrecorded()).map((deed) => `${name}: ${deed}`));
  }
  expect(silent).toEqual(['plantedQuiet: UPDATE organizations']);
  covered('mutations carried out and looked through for their records', carriedOut.size);
});
