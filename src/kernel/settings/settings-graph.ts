import type { GraphQLScalarType } from 'graphql';
import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import type { z } from 'zod';
import { type Bilingual, both } from '../bilingual.js';
import type { RequestContext } from '../context.js';
import { JsonObjectScalar, JsonScalar } from '../graphql/json-scalars.js';
import { DateScalar, DateTimeScalar } from '../graphql/scalars.js';
import { DistrictSettings } from './district-settings.type.js';
import { type JsonSchema, labelled } from './schema.js';
import { labelOf, type SettingLabel, type SettingsOwner, settingsInside } from './setting.js';
import { settingsOf } from './settings-of.js';

type Titled = SettingsOwner & { readonly title: Bilingual };
/** What the builder takes as a type: a class, an enum object, a scalar. */
type GraphType = Function | object | GraphQLScalarType;
/** A type with how it is wrapped: `[T]` is a list of T. */
type Shape = { readonly type: GraphType | GraphType[]; readonly nullable: boolean };

const resolvers = new WeakMap<object, Map<string, Function>>();

/**
 * The resolver class that adds `settings { readingCircle { … } }` to the graph, made from a plugin's settings; it belongs
 * to the plugin like those that it lists itself. The builder keeps classes for good, so there is one per plugin.
 */
export function settingsResolver(plugin: Titled): Function {
  const known = resolvers.get(plugin.settings) ?? new Map<string, Function>();
  resolvers.set(plugin.settings, known);
  let resolver = known.get(plugin.id);
  if (!resolver) {
    resolver = makeResolver(plugin);
    known.set(plugin.id, resolver);
  }
  return resolver;
}

function makeResolver(plugin: Titled): Function {
  const { zh, en } = plugin.title;
  const pascal = pascalOf(plugin.id);
  const field = pascal[0]!.toLowerCase() + pascal.slice(1);
  const description = `${zh}的设置 / Settings of ${en}`;
  const type = objectType(`${pascal}Settings`, description, plugin.settings.shape);

  class OwnSettings {}
  Object.defineProperty(OwnSettings.prototype, field, {
    value: ({ on }: DistrictSettings, ctx: RequestContext) => settingsOf(ctx, plugin, on),
  });
  Resolver(() => DistrictSettings)(OwnSettings);
  Root()(OwnSettings.prototype, field, 0);
  Ctx()(OwnSettings.prototype, field, 1);
  const declare = FieldResolver(() => type as Function, { description });
  (declare as PropertyDecorator)(OwnSettings.prototype, field);
  return OwnSettings;
}

/** An object of the graph with a field for every setting. */
function objectType(name: string, description: string, settings: z.core.$ZodShape): Function {
  class Settings {}
  ObjectType(name, { simpleResolvers: true, description })(Settings);
  for (const [key, schema] of Object.entries(settings)) {
    const label = labelOf(schema)!;
    const { type, nullable } = shapeOf(`${name}${pascalOf(key)}`, labelled(schema, both), label, schema);
    const options = { nullable, description: describe(label) };
    (Field(() => type as never, options) as PropertyDecorator)(Settings.prototype, key);
  }
  return Settings;
}

/** `中文（单位）。说明 / English (unit). Help` */
function describe({ title, unit, help }: SettingLabel): string {
  const zh = `${title.zh}${unit ? `（${unit.zh}）` : ''}${help ? `。${help.zh}` : ''}`;
  const en = `${title.en}${unit ? ` (${unit.en})` : ''}${help ? `. ${help.en}` : ''}`;
  return both({ zh, en });
}

/** The type of the graph for a JSON schema; what has no shape of its own there is JSON. */
function shapeOf(name: string, schema: JsonSchema, label: SettingLabel, zod: z.core.$ZodType): Shape {
  const parts = schema.anyOf as JsonSchema[] | undefined;
  const given = parts?.find(({ type }) => type !== 'null');
  if (parts?.length === 2 && given && parts.some(({ type }) => type === 'null')) {
    return { ...shapeOf(name, given, label, zod), nullable: true };
  }
  return { type: typeOf(name, schema, label, zod), nullable: false };
}

function typeOf(name: string, schema: JsonSchema, label: SettingLabel, zod: z.core.$ZodType): Shape['type'] {
  if (schema.oneOf && label.values) return choiceType(name, label);
  const inside = settingsInside(zod);
  switch (schema.type) {
    case 'integer':
      return Int;
    case 'number':
      return Float;
    case 'boolean':
      return Boolean;
    case 'string':
      return { date: DateScalar, 'date-time': DateTimeScalar }[schema.format ?? ''] ?? String;
    case 'array':
      return [typeOf(name, (schema.items ?? {}) as JsonSchema, label, zod) as GraphType];
    case 'object':
      return inside ? objectType(name, describe(label), inside) : JsonObjectScalar;
    default:
      return JsonScalar;
  }
}

function choiceType(name: string, { title, values }: SettingLabel): object {
  const choice = Object.fromEntries(Object.keys(values!).map((value) => [value, value]));
  registerEnumType(choice, {
    name,
    description: both(title),
    valuesConfig: Object.fromEntries(
      Object.entries(values!).map(([value, text]) => [value, { description: both(text) }]),
    ),
  });
  return choice;
}

function pascalOf(name: string): string {
  return name
    .split('-')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');
}
