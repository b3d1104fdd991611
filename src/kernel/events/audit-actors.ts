import { sql } from 'kysely';
import type { RequestContext } from '../context.js';

/**
 * Who wrote a record, by the name under which the audit knows it: an officer of the district or of the city, or the
 * system. Batched. Empty when the audit has nothing of it.
 */
export async function actorOf(ctx: RequestContext, recordId: string): Promise<string> {
  const name = await ctx.batched<string, string>('audit:actor-of', async (ids) => {
    const { rows } = await sql<{ id: string; name: string }>`
      select distinct on (entity_id) entity_id as id, actor_name as name
      from audit_records where entity_id = any(${ids}::uuid[]) order by entity_id, id
    `.execute(ctx.sql);
    const names = new Map(rows.map((row) => [row.id, row.name]));
    return ids.map((key) => names.get(key) ?? null);
  })(recordId);
  return name ?? '';
}
