import { sql } from 'kysely';
import { covered } from './places.js';
/**
 * Figures of a body's whole subtree on a day: the bodies below it on that day, each with its last folded totals up to
 * the day and its changes not yet folded. One statement, hence one snapshot, for all bodies and days of a request's
 * tick; its cost follows the number of bodies, never of members. `null` where the caller may not see figures.
 */
export function statisticsOf(ctx, id, asOf) {
    return ctx.batched('organization.statistics', async (keys) => {
        const asked = keys.map((key) => key.split(' '));
        const { rows } = await sql `
      select asked.id || ' ' || asked.day as key, sum(own.unions) as unions, sum(own.covered_units) as "coveredUnits",
             sum(own.members) as members, sum(own.covered_members) as "coveredMembers", sum(own.workers) as workers,
             sum(own.should_found_units) as "shouldFoundUnits", bool_or(survey.known) as surveyed
      from unnest(${asked.map(([key]) => key)}::uuid[], ${asked.map(([, day]) => day)}::date[]) as asked(id, day)
      join organizations as node on node.id = asked.id and ${covered(ctx, 'statistics:read', 'node.id')}
      left join organization_closure as branch
        on branch.ancestor_id = node.id and branch.since <= asked.day
        and (branch.until is null or branch.until > asked.day)
      left join lateral (
        (select unions, covered_units, members, covered_members, workers, should_found_units
         from organization_figures as folded
         where folded.organization_id = branch.descendant_id and folded.day <= asked.day
         order by folded.day desc limit 1)
        union all
        select unions, covered_units, members, covered_members, workers, should_found_units
        from organization_figure_deltas as fresh
        where fresh.organization_id = branch.descendant_id and fresh.day <= asked.day
      ) as own on true
      left join lateral (
        select true as known from workforce_surveys as survey
        where survey.organization_id = branch.descendant_id and survey.surveyed_on <= asked.day limit 1
      ) as survey on true
      group by asked.id, asked.day
    `.execute(ctx.sql);
        const byKey = new Map(rows.map((row) => [row.key, row]));
        return asked.map(([key, day]) => {
            const sums = byKey.get(`${key} ${day}`);
            return sums ? figures(sums, day) : null;
        });
    })(`${id} ${asOf}`);
}
function figures(sums, asOf) {
    const [unions, coveredUnits, members, coveredMembers] = [
        Number(sums.unions),
        Number(sums.coveredUnits),
        Number(sums.members),
        Number(sums.coveredMembers),
    ];
    const workers = sums.surveyed ? Number(sums.workers) : null;
    const shouldFound = sums.surveyed ? Number(sums.shouldFoundUnits) : null;
    return {
        asOf,
        unions,
        coveredUnits,
        members,
        coveredMembers,
        workers,
        foundingRate: perCent(coveredUnits, shouldFound),
        joiningRate: perCent(members, workers),
    };
}
/** Per cent with one decimal, rounded half up; `null` without a base. May exceed 100: surveys age, unions grow. */
function perCent(part, whole) {
    return whole ? Math.round((part * 1000) / whole) / 10 : null;
}
//# sourceMappingURL=statistics.repository.js.map