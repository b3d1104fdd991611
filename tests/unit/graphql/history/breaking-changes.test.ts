import { describe, expect, test } from '@jest/globals';
import { deprecated } from '../../../../src/kernel/graphql/deprecation.js';
import { describeChange, judged } from '../../../../src/kernel/graphql/history/breaking-changes.js';
import { graphChanges } from '../../../../src/kernel/graphql/history/changes.js';
import { graphElements } from '../../../../src/kernel/graphql/history/graph-elements.js';

const gone = `@deprecated(reason: "${deprecated({
  since: '2026-11-21',
  replacement: 'Query.things',
  removeAfter: '2027-05-31',
})}")`;
const LAST_DAY = '2027-05-31';
const DAY_AFTER = '2027-06-01';

/** What may not be done, as sentences. */
function refused(released: string, current: string, today: string): string[] {
  const before = graphElements(released);
  return judged(graphChanges(before, graphElements(current)), before, today)
    .filter(({ allowed }) => !allowed)
    .map(({ change, why }) => `${describeChange(change)}${why ? `; ${why}` : ''}`);
}

describe('a released graph', () => {
  const kept = 'type Query { things: Int }';

  test('keeps what was never released as deprecated', () => {
    const released = 'type Query { things: Int thing: Int }';
    expect(refused(released, kept, DAY_AFTER)).toEqual([
      'Query.thing: field removed (Int); it was never released as deprecated',
    ]);
    expect(refused(released, `type Query { things: Int thing: Int ${gone} }`, '2026-11-21')).toEqual([]);
  });

  test('keeps what was released as deprecated until the end of its last day, whatever it is', () => {
    const cases: [string, string, string][] = [
      [`type Query { things: Int thing: Int ${gone} }`, kept, 'Query.thing: field removed (Int)'],
      [`type Query { things(a: Int ${gone}): Int }`, kept, 'Query.things(a:): argument removed (Int)'],
      [`${kept} input I { a: Int b: Int ${gone} }`, `${kept} input I { a: Int }`, 'I.b: input field removed (Int)'],
      [`${kept} enum E { A B ${gone} }`, `${kept} enum E { A }`, 'E.B: enum value removed'],
    ];
    for (const [released, current, sentence] of cases) {
      expect(refused(released, current, LAST_DAY)).toEqual([`${sentence}; it was promised until 2027-05-31`]);
      expect(refused(released, current, DAY_AFTER)).toEqual([]);
    }
  });

  test('keeps a type as long as anything leads to it that must stay', () => {
    const thing = 'type Thing { owner: Owner } type Owner { size: Size things: [Thing] } enum Size { BIG }';
    const other = `type Query { things: Int thing: Thing ${gone} }`;
    expect(refused(`${other} ${thing}`, kept, LAST_DAY)).toEqual([
      'Owner: type removed; something released and not yet to be removed leads to it',
      'Query.thing: field removed (Thing); it was promised until 2027-05-31',
      'Size: type removed; something released and not yet to be removed leads to it',
      'Thing: type removed; something released and not yet to be removed leads to it',
    ]);
    expect(refused(`${other} ${thing}`, kept, DAY_AFTER)).toEqual([]);
    const sizes = `type Query { things: Int thing: Thing ${gone} sizes: [Size!]! }`;
    expect(
      refused(`${sizes} ${thing}`, 'type Query { things: Int sizes: [Size!]! } enum Size { BIG }', DAY_AFTER),
    ).toEqual([]);
    expect(refused(`${sizes} ${thing}`, 'type Query { things: Int sizes: [String!]! }', DAY_AFTER)).toEqual([
      'Query.sizes: type changed from [Size!]! to [String!]!',
      'Size: type removed; something released and not yet to be removed leads to it',
    ]);
  });

  test('takes no deprecation whose last day has passed before it is released, since nobody was told in time', () => {
    const late = 'its removeAfter has passed before anybody was told';
    const promising = `type Query { things: Int thing: Int ${gone} }`;
    expect(refused('type Query { things: Int thing: Int }', promising, LAST_DAY)).toEqual([
      `Query.thing: deprecated; ${late}`,
    ]);
    const vague = 'type Query { things: Int thing: Int @deprecated(reason: "Old") }';
    expect(refused(vague, promising, DAY_AFTER)).toEqual([`Query.thing: deprecation changed (2027-05-31); ${late}`]);
    // Another replacement for what was announced in time takes nothing from anybody.
    expect(refused(promising, promising.replaceAll('Query.things', 'Query.more'), DAY_AFTER)).toEqual([]);
  });

  test('keeps what implements an interface as long as anything leads to the interface, and the other way about', () => {
    const shapes = 'interface Shape { size: Int } type Circle implements Shape { size: Int }';
    expect(
      refused(
        `type Query { things: Int shape: Shape } ${shapes}`,
        `type Query { things: Int shape: Shape } interface Shape { size: Int }`,
        DAY_AFTER,
      ),
    ).toEqual(['Circle: type removed; something released and not yet to be removed leads to it']);
    expect(
      refused(
        `type Query { things: Int circle: Circle } ${shapes}`,
        'type Query { things: Int circle: Circle } type Circle { size: Int }',
        DAY_AFTER,
      ),
    ).toContain('Shape: type removed; something released and not yet to be removed leads to it');
  });

  test('keeps a type that a field added to somebody else’s type leads to', () => {
    const part = (deprecation: string) => `extend type Member { thing: Thing ${deprecation} } type Thing { a: Int }`;
    expect(refused(part(''), '', DAY_AFTER)).toEqual([
      'Member.thing: field removed (Thing); it was never released as deprecated',
      'Thing: type removed; something released and not yet to be removed leads to it',
    ]);
    expect(refused(part(gone), '', DAY_AFTER)).toEqual([]);
  });

  test('is not kept by a deprecation that says no day', () => {
    const released = 'type Query { things: Int thing: Int @deprecated(reason: "Old") }';
    expect(refused(released, kept, '2099-01-01')).toEqual([
      'Query.thing: field removed (Int); it was never released as deprecated',
    ]);
  });

  test('allows everything that is dangerous or safe', () => {
    expect(refused(`${kept} enum E { A }`, 'type Query { things: Int! more: Int } enum E { A B }', LAST_DAY)).toEqual(
      [],
    );
  });

  test('may change nothing but by removal, even when its last day has passed', () => {
    expect(
      refused(
        `type Query { things: Int thing: Int ${gone} }`,
        `type Query { things: Int thing: String ${gone} }`,
        DAY_AFTER,
      ),
    ).toEqual(['Query.thing: type changed from Int to String']);
  });
});
