// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the planted sources hold templates of their own.
import { expect, test } from '@jest/globals';
import { boundlessWrites, writesIn } from '../support/bulk-writes.js';
import { covered } from '../support/coverage.js';
import { readSources } from '../support/import-rules.js';

test('no statement changes or deletes rows without a condition', () => {
  const sources = readSources('src');
  expect(boundlessWrites(sources)).toEqual([]);
  covered('statements that change rows', writesIn(sources));
});

test.each([
  ['sql`delete from members`', "'delete from members' has no condition"],
  ['sql`update members set name = ${name}`', "'update members set' has no condition"],
  ['sql`update ${sql.table(table)} as t set name = 1 returning id`', "'update ? as t set' has no condition"],
  ['sql`with gone as (delete from members) select 1 where true`', "'delete from members' has no condition"],
  ['sql`delete from members where true`', "'delete from members' holds for every row"],
  ['sql`truncate members`', "'truncate members' empties a table"],
  ["client.query('delete from members')", "'delete from members' has no condition"],
  ["ctx.sql.deleteFrom('members').execute()", "'.deleteFrom('members')' has no condition"],
  ["ctx.sql.updateTable('members').set({ name }).execute(); x.where(1)", "'.updateTable('members')' has no condition"],
  ['em.nativeDelete(MemberEntity, {})', "'nativeDelete' is not audited"],
])('planted, it is found: %s', (planted, finding) => {
  expect(boundlessWrites(new Map([['src/plugins/x/y.repository.ts', planted]]))).toEqual([
    `src/plugins/x/y.repository.ts: ${finding}`,
  ]);
});

test.each([
  'sql`delete from members where id = ${id}`',
  'sql`insert into t (a) values (1) on conflict (a) do update set a = 2`',
  'sql`select 1 from members for update skip locked`',
  "ctx.sql.deleteFrom('members').where('id', '=', id).execute()",
  'sql`with gone as (delete from members where ${old} returning id) select count(*) from gone`',
])('what is bounded passes: %s', (fine) => {
  expect(boundlessWrites(new Map([['src/plugins/x/y.repository.ts', fine]]))).toEqual([]);
});
