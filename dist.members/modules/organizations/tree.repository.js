import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
/** First key of the advisory lock on a district's tree; the second is the district. */
const TREE_LOCK = 40_210;
/** Bodies may be created side by side, while none moves. Rows read before are stale: read again after this. */
export async function keepTree(tx) {
    await sql `select pg_advisory_xact_lock_shared(${TREE_LOCK}, ${tx.district.id})`.execute(tx.sql);
}
/** One move at a time in a district. Rows read before are stale: read again after this. */
export async function lockTree(tx) {
    await sql `select pg_advisory_xact_lock(${TREE_LOCK}, ${tx.district.id})`.execute(tx.sql);
}
/** Enters new bodies into the tree: themselves, below their parents and below everything above those, at any time. */
export async function plant(tx, branches) {
    const below = branches.filter(({ parentId }) => parentId !== null);
    await sql `
    insert into organization_closure (ancestor_id, descendant_id, depth, since)
    select id, id, 0, since
    from unnest(${branches.map(({ id }) => id)}::uuid[], ${branches.map(({ since }) => since)}::date[]) as new(id, since)
  `.execute(tx.sql);
    if (below.length === 0)
        return;
    await sql `
    insert into organization_parents (id, organization_id, parent_id, since)
    select * from unnest(${below.map(() => uuidv7())}::uuid[], ${below.map(({ id }) => id)}::uuid[],
      ${below.map(({ parentId }) => parentId)}::uuid[], ${below.map(({ since }) => since)}::date[])
  `.execute(tx.sql);
    await link(tx, below);
}
/**
 * Closure rows between everything above the parents and everything below the children, for the days on which all
 * three held: the way up, the branch, and the way down. `until` bounds the branch.
 */
async function link(tx, branches, until = null) {
    await sql `
    insert into organization_closure (ancestor_id, descendant_id, depth, since, until)
    select up.ancestor_id, down.descendant_id, up.depth + 1 + down.depth,
           greatest(up.since, branch.since, down.since), least(up.until, ${until}::date, down.until)
    from unnest(${branches.map(({ id }) => id)}::uuid[], ${branches.map(({ parentId }) => parentId)}::uuid[],
           ${branches.map(({ since }) => since)}::date[]) as branch(id, parent_id, since)
    join organization_closure as up on up.descendant_id = branch.parent_id
    join organization_closure as down on down.ancestor_id = branch.id
    where least(up.until, ${until}::date, down.until) is null
       or least(up.until, ${until}::date, down.until) > greatest(up.since, branch.since, down.since)
  `.execute(tx.sql);
}
/** Whether `id` lies in today's subtree of `ancestor`, which contains itself. */
export async function isBelow(tx, id, ancestor) {
    const { rows } = await sql `
    select from organization_closure where descendant_id = ${id} and ancestor_id = ${ancestor} and until is null
  `.execute(tx.sql);
    return rows.length > 0;
}
/** Hangs a body with its whole subtree below another parent from `day` on. Needs the lock of the tree. */
export async function replant(tx, id, parentId, day) {
    // Whatever began on this very day never held; the rest held up to this day.
    await sql `delete from organization_parents where organization_id = ${id} and since >= ${day}`.execute(tx.sql);
    await sql `
    update organization_parents set until = ${day} where organization_id = ${id} and until is null
  `.execute(tx.sql);
    await sql `
    insert into organization_parents (id, organization_id, parent_id, since)
    values (${uuidv7()}, ${id}, ${parentId}, ${day})
  `.execute(tx.sql);
    const severed = sql `
    until is null
    and descendant_id in (select descendant_id from organization_closure where ancestor_id = ${id} and until is null)
    and ancestor_id in (
      select ancestor_id from organization_closure where descendant_id = ${id} and depth > 0 and until is null)
  `;
    // In two steps: deleting first would hide from the second step which ancestors there were.
    await sql `update organization_closure set until = ${day} where ${severed} and since < ${day}`.execute(tx.sql);
    await sql `
    delete from organization_closure
    where until is null and since >= ${day}
      and descendant_id in (select descendant_id from organization_closure where ancestor_id = ${id} and until is null)
      and ancestor_id not in (
        select descendant_id from organization_closure where ancestor_id = ${id} and until is null)
  `.execute(tx.sql);
    await link(tx, [{ id, parentId, since: day }]);
}
/** Lets a body's place in the tree begin earlier, when its founding turns out to lie before the day it was entered. */
export async function backdate(tx, id, since) {
    const { rows } = await sql `
    select self.since, (
      select parent_id from organization_parents where organization_id = ${id} order by since limit 1
    ) as "parentId"
    from organization_closure as self
    where self.descendant_id = ${id} and self.ancestor_id = ${id} and self.since > ${since}
  `.execute(tx.sql);
    const first = rows[0];
    if (!first)
        return;
    await sql `
    update organization_closure set since = ${since} where descendant_id = ${id} and ancestor_id = ${id}
  `.execute(tx.sql);
    if (first.parentId === null)
        return;
    await sql `
    update organization_parents set since = ${since} where organization_id = ${id} and since = ${first.since}
  `.execute(tx.sql);
    await link(tx, [{ id, parentId: first.parentId, since }], first.since);
}
//# sourceMappingURL=tree.repository.js.map