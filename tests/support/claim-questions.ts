import { isObjectType } from 'graphql';
import { readingsOf } from '../../src/kernel/graphql/readings.js';
import { toGlobalId } from '../../src/kernel/index.js';
import type { Asked } from './asking-together.js';
import { callOf, type Probe, probesOf } from './oracle-probes.js';
import type { Platform } from '../../src/testing/platform.js';

const NODES =
  '{ edges { cursor node { id title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }';
const VALUES = { Int: [100, 300, 350, 600], String: ['属实', '投诉三'] };

/** One question about claims, and whether it looks at a guarded field. */
export interface Question extends Asked {
  readonly name: string;
  readonly guarded: boolean;
}

/** Every way of asking for claims: at the root, below an organization, by id, under aliases, by fragment and variable. */
export function everyWay(platform: Platform, hubs: readonly string[], claims: readonly string[]): Question[] {
  const { schema, fields } = platform.app.superset;
  const ways = Object.values(schema.getTypeMap()).flatMap((type): { owner: string; probe: Probe }[] => {
    if (!isObjectType(type) || type.name.startsWith('__') || type === schema.getMutationType()) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      if (!/claim/i.test(field.name)) return [];
      const readings = readingsOf(type.name, field, fields);
      return probesOf(schema, type.name, field, readings, {
        ...VALUES,
        ID: [toGlobalId('Organization', hubs[1]!)],
      }).map((probe) => ({ owner: type.name, probe }));
    });
  });
  const asked = ways.map(({ owner, probe }): Question => {
    const selection = /Connection/.test(String(probe.field.type)) ? NODES : '{ key count }';
    const call = `${callOf(probe)} ${selection}`;
    const ids = JSON.stringify(hubs.map((id) => toGlobalId('Organization', id)));
    const asked = owner === 'Query' ? call : `nodes(ids: ${ids}) { ... on ${owner} { ${call} } }`;
    return { name: probe.name, query: `{ ${asked} }`, field: asked, guarded: probe.guarded.length > 0 };
  });
  const cursors = [0, 250, 350, 1000].map((amount) => cursorOf('amount:asc', amount, claims[0]!));
  const ids = JSON.stringify(claims.map((id) => toGlobalId('WageClaim', id)));
  const field = 'orderBy: { field: AMOUNT }';
  return [
    ...asked,
    ...cursors.flatMap((after): Question[] => [
      { name: 'forged cursor', query: `{ wageClaims(first: 5, after: "${after}", ${field}) ${NODES} }`, guarded: true },
      {
        name: 'cursor of another order',
        query: `{ wageClaims(first: 5, after: "${after}") ${NODES} }`,
        guarded: false,
      },
    ]),
    {
      name: 'nodes',
      query: `{ nodes(ids: ${ids}) { id ... on WageClaim { title amount severity finding } } }`,
      guarded: false,
    },
    {
      name: 'aliases and fragments',
      query: `query { wageClaims(first: 9) { nodes { id a: amount ...b } } } fragment b on WageClaim { b: finding severity }`,
      guarded: false,
    },
    {
      name: 'variable in the middle',
      query: `query ($from: Int) { wageClaims(first: 9, filter: { any: [{ amount: { from: $from } }] }) ${NODES} }`,
      variables: { from: 350 },
      guarded: true,
    },
    {
      name: 'default of a variable',
      query: `query ($filter: WageClaimFilter = { severity: HIGH }) { wageClaims(first: 9, filter: $filter) { totalCount } }`,
      guarded: true,
    },
    {
      name: 'null in a guarded field',
      query: `{ wageClaims(first: 9, filter: { severity: null }) { totalCount } }`,
      guarded: true,
    },
  ];
}

function cursorOf(name: string, value: unknown, id: string): string {
  return Buffer.from(JSON.stringify([name, value, id])).toString('base64url');
}
