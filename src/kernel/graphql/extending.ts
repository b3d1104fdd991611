import {
  extendSchema,
  type GraphQLInputObjectType,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  Kind,
  parse,
  print,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { both } from '../bilingual.js';
import type { InstalledPlugin } from '../plugin/registry.js';
import type { AddedEnumValue } from './additions.js';
import { deprecated } from './deprecation.js';

/**
 * The built schema with the values and input fields that plugins add to enums and inputs of others. The schema builder
 * knows no such thing: it makes an input of its own of each class of fields, which goes away again here.
 * What is added to something that is not there is left out; the registry names it.
 */
export function withAdditions(built: GraphQLSchema, plugins: readonly InstalledPlugin[]): GraphQLSchema {
  const names = new Map(getMetadataStorage().inputTypes.map(({ target, name }) => [target, name]));
  const hidden = new Set<string>();
  const additions: string[] = [];
  for (const { enumValues, inputFields } of plugins) {
    for (const [name, values] of Object.entries(enumValues ?? {})) {
      if (isEnumType(built.getType(name))) additions.push(`extend enum ${name} {\n${valuesIn(values)}\n}`);
    }
    for (const [name, { fields }] of Object.entries(inputFields ?? {})) {
      const given = built.getType(names.get(fields) ?? '');
      if (isInputObjectType(given)) hidden.add(given.name);
      if (isInputObjectType(built.getType(name)) && isInputObjectType(given)) {
        additions.push(`extend input ${name} {\n${fieldsIn(given)}\n}`);
      }
    }
  }
  if (additions.length === 0) return built;
  const extended = extendSchema(built, parse(additions.join('\n')), { assumeValidSDL: true });
  for (const { inputFields } of plugins) {
    for (const [name, { fields }] of Object.entries(inputFields ?? {})) {
      const target = extended.getType(name);
      const given = built.getType(names.get(fields) ?? '');
      if (isInputObjectType(target) && isInputObjectType(given)) finish(target, given);
    }
  }
  const { types, ...config } = extended.toConfig();
  return new GraphQLSchema({ ...config, types: types.filter(({ name }) => !hidden.has(name)) });
}

/** What the definition language cannot say: the declarations of a field, such as what it reads. */
function finish(target: GraphQLInputObjectType, given: GraphQLInputObjectType): void {
  for (const field of Object.values(given.getFields())) {
    const { defaultValue, deprecationReason, extensions } = field;
    Object.assign(target.getFields()[field.name]!, { defaultValue, deprecationReason, extensions, astNode: undefined });
  }
}

function valuesIn(values: Readonly<Record<string, AddedEnumValue>>): string {
  return Object.entries(values)
    .map(([name, { description, deprecated: until }]) => {
      const deprecation = until ? ` @deprecated(reason: ${quoted(deprecated(until))})` : '';
      return `${quoted(both(description))} ${name}${deprecation}`;
    })
    .join('\n');
}

function fieldsIn(input: GraphQLInputObjectType): string {
  return Object.values(input.getFields())
    .map(({ name, description, type }) => `${quoted(description ?? '')} ${name}: ${type.toString()}`)
    .join('\n');
}

function quoted(text: string): string {
  return print({ kind: Kind.STRING, value: text });
}
