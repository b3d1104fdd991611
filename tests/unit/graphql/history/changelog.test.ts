import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { deprecated } from '../../../../src/kernel/graphql/deprecation.js';
import {
  historyOf,
  printChangelog,
  readChangelog,
  type SchemaVersion,
} from '../../../../src/kernel/graphql/history/changelog.js';

const promise = { since: '2026-11-22', replacement: 'Query.things', removeAfter: '2027-05-31' };

function version(day: number, sdl: string, owners = {}): SchemaVersion {
  return { commit: `${day}`.repeat(40), at: `2026-11-2${day}T08:00:00.000Z`, sdl, owners };
}

describe('the changelog of the graph', () => {
  const old = `type Query { other: Int thing: Thing @deprecated(reason: "${deprecated(promise)}") } type Thing { a: Int }`;
  const history = historyOf([
    version(1, 'type Query { thing: Thing, other: Int } type Thing { a: Int }'),
    version(2, '# only a comment\ntype Thing { a: Int } type Query { other: Int, thing: Thing }'),
    version(3, old, { Thing: 'old-plugin', 'Query.thing': 'old-plugin' }),
    version(4, 'type Query { things: Int }', { 'Query.things': 'new-plugin' }),
  ]);

  test('has one entry per version in which something changed, the newest first', () => {
    expect(history.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-24', '2026-11-23', '2026-11-21']);
  });

  test('says of every change what it is, whose, whether it breaks callers, and what was promised', () => {
    expect(history[0]!.changes).toEqual([
      // It came and went before it was released, so nothing on record says whose it was.
      { kind: 'FIELD_REMOVED', severity: 'BREAKING', coordinate: 'Query.other', plugin: null, from: 'Int' },
      {
        kind: 'FIELD_REMOVED',
        severity: 'BREAKING',
        coordinate: 'Query.thing',
        plugin: 'old-plugin',
        from: 'Thing',
        deprecation: promise,
      },
      { kind: 'FIELD_ADDED', severity: 'SAFE', coordinate: 'Query.things', plugin: 'new-plugin', to: 'Int' },
      { kind: 'TYPE_REMOVED', severity: 'BREAKING', coordinate: 'Thing', plugin: 'old-plugin' },
    ]);
    expect(history[1]!.changes).toMatchObject([
      { kind: 'DEPRECATED', coordinate: 'Query.thing', deprecation: promise },
    ]);
    expect(history[2]!.changes).toMatchObject([
      { kind: 'FIELD_ADDED', coordinate: 'Query.other' },
      { kind: 'FIELD_ADDED', coordinate: 'Query.thing' },
      { kind: 'TYPE_ADDED', coordinate: 'Thing', plugin: 'old-plugin' },
    ]);
  });

  test('is JSON with one change a line, and read back it is the same', () => {
    const changelog = { format: 1 as const, history, unreleased: history[0]!.changes };
    const text = printChangelog(changelog);
    expect(readChangelog(text)).toEqual(JSON.parse(JSON.stringify(changelog)));
    expect(printChangelog(readChangelog(text))).toBe(text);
    expect(text.split('\n').filter((line) => line.includes('"kind"'))).toHaveLength(12);
    const empty = { format: 1 as const, history: [], unreleased: [] };
    expect(JSON.parse(printChangelog(empty))).toEqual(empty);
  });

  test('of another format is refused, and one that is not there yet is empty', () => {
    expect(() => readChangelog('{ "format": 2 }')).toThrow('format 2');
    expect(readChangelog('')).toEqual({ format: 1, history: [], unreleased: [] });
  });
});
