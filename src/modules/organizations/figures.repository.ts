import { sql } from 'kysely';
import { enqueue, type RequestContext } from '../../kernel/index.js';

/** A change of an organization's own figures from a day on. Organization by local id, day as `YYYY-MM-DD`. */
export type FigureDelta = {
  organizationId: string;
  day: string;
  unions?: number;
  coveredUnits?: number;
  members?: number;
  coveredMembers?: number;
  workers?: number;
  shouldFoundUnits?: number;
};

/** Seconds between the first change and folding it away; figures are right at any time, folded or not. */
const FOLD_DELAY = 5;
/** How many changes one statement folds: bounds its memory, not the work. */
const FOLD_BATCH = 20_000;
/** First key of the advisory lock that lets one fold run per district; the second is the district. */
const FOLD_LOCK = 40_211;

/** Appends changes of figures in the caller's transaction: one insert, no row that another union writes. */
export async function appendFigures(tx: RequestContext, deltas: readonly FigureDelta[]): Promise<void> {
  const rows = deltas.filter((delta) => measuresOf(delta).some((change) => change !== 0));
  if (rows.length === 0) return;
  const column = (index: number): number[] => rows.map((row) => measuresOf(row)[index]!);
  await tx.em.flush(); // The organization may be new in this transaction.
  await sql`
    insert into organization_figure_deltas
      (organization_id, day, unions, covered_units, members, covered_members, workers, should_found_units)
    select organization_id, day, sum(a), sum(b), sum(c), sum(d), sum(e), sum(f)
    from unnest(
      ${rows.map(({ organizationId }) => organizationId)}::uuid[], ${rows.map(({ day }) => day)}::date[],
      ${column(0)}::int[], ${column(1)}::int[], ${column(2)}::int[], ${column(3)}::int[], ${column(4)}::int[],
      ${column(5)}::int[]) as change(organization_id, day, a, b, c, d, e, f)
    group by organization_id, day
  `.execute(tx.sql);
  await enqueue(tx, 'organizations:fold-figures', {}, { key: 'fold', delaySeconds: FOLD_DELAY });
}

/** How many people belong to an organization itself or are covered by it, all changes on record included. */
export async function peopleOf(ctx: RequestContext, organizationId: string): Promise<number> {
  const { rows } = await sql<{ people: string }>`
    select coalesce((
             select members + covered_members from organization_figures
             where organization_id = ${organizationId} order by day desc limit 1
           ), 0) + coalesce((
             select sum(members + covered_members) from organization_figure_deltas where organization_id = ${organizationId}
           ), 0) as people
  `.execute(ctx.sql);
  return Number(rows[0]?.people ?? 0);
}

function measuresOf(delta: FigureDelta): readonly number[] {
  const { unions = 0, coveredUnits = 0, members = 0, coveredMembers = 0, workers = 0, shouldFoundUnits = 0 } = delta;
  return [unions, coveredUnits, members, coveredMembers, workers, shouldFoundUnits];
}

/**
 * Folds the changes of a district into its dated totals. Takes them out and puts them in within the caller's
 * transaction, one fold at a time per district, so that a reader sees each change exactly once, on either side.
 */
export async function foldFigures(tx: RequestContext, batch = FOLD_BATCH): Promise<void> {
  await sql`select pg_advisory_xact_lock(${FOLD_LOCK}, ${tx.district.id})`.execute(tx.sql);
  while ((await foldOnce(tx, batch)) === batch);
}

/** Folds the oldest changes, `batch` at most, and returns how many there were. Needs the lock. */
async function foldOnce(tx: RequestContext, batch: number): Promise<number> {
  const { rows } = await sql<{ taken: string }>`
    with taken as (
      delete from organization_figure_deltas
      where id in (select id from organization_figure_deltas order by id limit ${batch})
      returning *
    ), change as (
      select organization_id, day, sum(unions) as unions, sum(covered_units) as covered_units, sum(members) as members,
             sum(covered_members) as covered_members, sum(workers) as workers,
             sum(should_found_units) as should_found_units
      from taken group by organization_id, day
    ), days as (
      -- The days of the changes, and every later day on record, which they shift.
      select organization_id, day from change
      union
      select later.organization_id, later.day
      from (select organization_id, min(day) as day from change group by organization_id) as first
      join organization_figures as later on later.organization_id = first.organization_id and later.day > first.day
    ), total as (
      select days.organization_id, days.day,
             coalesce(base.unions, 0) + sum(coalesce(change.unions, 0)) over upto as unions,
             coalesce(base.covered_units, 0) + sum(coalesce(change.covered_units, 0)) over upto as covered_units,
             coalesce(base.members, 0) + sum(coalesce(change.members, 0)) over upto as members,
             coalesce(base.covered_members, 0) + sum(coalesce(change.covered_members, 0)) over upto as covered_members,
             coalesce(base.workers, 0) + sum(coalesce(change.workers, 0)) over upto as workers,
             coalesce(base.should_found_units, 0) + sum(coalesce(change.should_found_units, 0)) over upto
               as should_found_units
      from days
      left join change using (organization_id, day)
      left join lateral (
        select * from organization_figures as known
        where known.organization_id = days.organization_id and known.day <= days.day
        order by known.day desc limit 1
      ) as base on true
      window upto as (partition by days.organization_id order by days.day)
    ), written as (
      insert into organization_figures
        (organization_id, day, unions, covered_units, members, covered_members, workers, should_found_units)
      select organization_id, day, unions, covered_units, members, covered_members, workers, should_found_units
      from total
      on conflict (district_id, organization_id, day) do update set
        unions = excluded.unions, covered_units = excluded.covered_units, members = excluded.members,
        covered_members = excluded.covered_members, workers = excluded.workers,
        should_found_units = excluded.should_found_units
    )
    select count(*) as taken from taken
  `.execute(tx.sql);
  return Number(rows[0]?.taken ?? 0);
}
