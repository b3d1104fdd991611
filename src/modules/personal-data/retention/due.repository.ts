import { sql } from 'kysely';
import { RETENTION_YEARS, type RequestContext, type RetentionClass } from '../../../kernel/index.js';
import { personOf, type Registered, registeredTables } from '../registered-rows.repository.js';

/** One person's rows of one table that are past their retention. */
export interface DueRows {
  readonly module: string;
  readonly table: string;
  readonly retention: RetentionClass;
  /** Local id of the person. */
  readonly memberId: string;
  readonly rows: number;
  /** Day from which the class counted, of the oldest of the rows. */
  readonly endedOn: string;
}

/**
 * What the district keeps for longer than its class allows: the end named by the plugin, or the end of the last
 * membership (of an applicant who was never admitted, the day of registration), lies more than the years of the class
 * back. Erased persons are not listed: their rows are nobody's.
 */
export async function pastRetention(ctx: RequestContext): Promise<DueRows[]> {
  const found: DueRows[] = [];
  for (const registered of registeredTables(ctx.kernel.registry)) found.push(...(await pastIn(ctx, registered)));
  return found;
}

async function pastIn(ctx: RequestContext, { module, definition }: Registered): Promise<DueRows[]> {
  const { table, retention, endedColumn } = definition;
  const ended = endedColumn ? sql`${sql.ref(`node.${endedColumn}`)}::date` : sql`person.ended_on`;
  const { rows } = await sql<Pick<DueRows, 'memberId' | 'rows' | 'endedOn'>>`
    with person as (
      select m.id, case when count(*) filter (where s.id is not null and s.until is null) = 0
                        then coalesce(max(s.until), m.registered_at::date) end as ended_on
      from members m left join memberships s on s.district_id = m.district_id and s.member_id = m.id
      where not exists (select from erasure_requests e where e.member_id = m.id and e.status = 'DONE')
      group by m.id
    )
    select person.id as "memberId", count(*)::int as rows, min(${ended})::text as "endedOn"
    from ${sql.table(table)} as node
    join person on person.id = ${personOf(ctx.kernel.registry, definition)}
    where ${ended} <= ${ctx.today}::date - make_interval(years => ${RETENTION_YEARS[retention]})
    group by person.id order by min(${ended}), person.id
  `.execute(ctx.sql);
  return rows.map((row) => ({ module, table, retention, ...row }));
}
