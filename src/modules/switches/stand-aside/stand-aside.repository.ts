import { sql } from 'kysely';
import type { RequestContext } from '../../../kernel/index.js';
import type { StandAsideDecision } from './periods.js';

/** All decisions of the district's hubs about one module, oldest first; batched over modules. */
export async function decisionsAbout(ctx: RequestContext, module: string): Promise<readonly StandAsideDecision[]> {
  const found = await ctx.batched<string, StandAsideDecision[]>('switches:stand-asides', async (modules) => {
    const { rows } = await sql<StandAsideDecision & { module: string }>`
      select id, module, organization_id as "organizationId", state, since::text, reason,
             (extract(epoch from decided_at) * 1000)::float8 as "decidedAt"
      from stand_asides where module = any(${modules}::text[]) order by number
    `.execute(ctx.sql);
    const byModule = Map.groupBy(rows, (row) => row.module);
    return modules.map((id) => byModule.get(id) ?? []);
  })(module);
  return found ?? [];
}

/** The level and the stage of a body's life; `undefined` when it is not there. */
export async function bodyOf(
  ctx: RequestContext,
  organizationId: string,
): Promise<{ readonly level: string; readonly status: string } | undefined> {
  const { rows } = await sql<{ level: string; status: string }>`
    select level, status from organizations where id = ${organizationId}
  `.execute(ctx.sql);
  return rows[0];
}

/** The nearest hub above a body, or the body itself, that stands aside from a module on a day. */
export async function hubStandingAside(
  ctx: RequestContext,
  module: string,
  organizationId: string,
  day: string,
): Promise<{ readonly hub: string; readonly since: string } | undefined> {
  const { rows } = await sql<{ hub: string; since: string }>`
    select hub.name as hub, word.since::text
    from organization_closure as above
    join organizations as hub on hub.id = above.ancestor_id
    cross join lateral (
      select state, since from stand_asides
      where organization_id = above.ancestor_id and module = ${module} and since <= ${day}
      order by number desc limit 1
    ) as word
    where above.descendant_id = ${organizationId} and above.until is null and word.state = 'ASIDE'
    order by above.depth limit 1
  `.execute(ctx.sql);
  return rows[0];
}
