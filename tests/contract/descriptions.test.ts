import { describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { buildSuperset } from '../../src/kernel/graphql/superset.js';
import { covered } from '../support/coverage.js';
import { everything } from '../support/installed.js';

/** `中文 / English`: Chinese characters before the slash, Latin letters after it. */
const BILINGUAL = /^[^/]*\p{Script=Han}.* \/ [^\p{Script=Han}]*[A-Za-z]/su;

/** Everything of a schema that people read about, with its description. */
function describedParts(schema: GraphQLSchema): Map<string, string | null | undefined> {
  const parts = new Map<string, string | null | undefined>();
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || builtIn.has(type.name)) continue;
    if (!roots.has(type as never)) parts.set(type.name, type.description);
    if (isEnumType(type))
      for (const value of type.getValues()) parts.set(`${type.name}.${value.name}`, value.description);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      parts.set(`${type.name}.${field.name}`, field.description);
      if (!('args' in field)) continue;
      for (const argument of field.args)
        parts.set(`${type.name}.${field.name}(${argument.name})`, argument.description);
    }
  }
  return parts;
}

function undescribed(schema: GraphQLSchema): string[] {
  return [...describedParts(schema)]
    .filter(([, description]) => !BILINGUAL.test(description ?? ''))
    .map(([name, description]) => `${name}: ${description ?? '(nothing)'}`);
}

describe('descriptions', () => {
  test('every type, field, argument, enum value and input field is described in Chinese and English', () => {
    const { schema } = buildSuperset(everything());
    expect(undescribed(schema)).toEqual([]);
    covered('described parts of the schema', describedParts(schema).size);
  });

  test('a missing, one-sided or swapped description is noticed', () => {
    const planted = buildSchema(`
      "查询 / Queries" type Thing { a: Int "名称" b: Int "Name" c: Int "Name / 名称" d: Int "名称 / Name" e(x: Int): Int }
      type Query { "东西 / Thing" thing: Thing }`);
    const missing = ['Thing.a', 'Thing.b', 'Thing.c', 'Thing.d', 'Thing.e(x)'];
    expect(undescribed(planted).map((line) => line.split(':')[0])).toEqual(missing);
  });
});
