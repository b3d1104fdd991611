import { z } from 'zod';
import { type Bilingual, type Locale, say } from '../bilingual.js';
import { labelOf } from './setting.js';

/** A JSON schema, draft 2020-12, with `x-unit` beside what the draft knows. */
export type JsonSchema = z.core.JSONSchema.BaseSchema & { 'x-unit'?: string };

/** What words of labels become; one language, or both for descriptions of the graph. */
type Words = (text: Bilingual) => string;

const remembered = new WeakMap<z.ZodObject, Map<Locale, JsonSchema>>();

/**
 * The settings of a module as a JSON schema for form builders: titles, help and units in one language, defaults and
 * limits as declared. Choices are `oneOf` with a `const` and a `title` each. Of the values that a change names none is
 * required, so the schema holds for changes as well as for the whole.
 */
export function settingsSchema(settings: z.ZodObject, locale: Locale): JsonSchema {
  const known = remembered.get(settings) ?? new Map<Locale, JsonSchema>();
  remembered.set(settings, known);
  let schema = known.get(locale);
  if (!schema) {
    schema = { ...labelled(settings, (text) => say(text, locale)), additionalProperties: false };
    known.set(locale, schema);
  }
  return schema;
}

/** The JSON schema of any part, with its labels in the words wanted. */
export function labelled(schema: z.core.$ZodType, words: Words): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const label = labelOf(zodSchema);
      if (!label) return;
      jsonSchema.title = words(label.title);
      if (label.help) jsonSchema.description = words(label.help);
      if (label.unit) jsonSchema['x-unit'] = words(label.unit);
      const { values } = label;
      const choice = values && choiceIn(jsonSchema);
      if (choice) {
        choice.oneOf = (choice.enum as string[]).map((value) => ({ const: value, title: words(values[value]!) }));
        delete choice.enum;
      }
    },
  }) as JsonSchema;
}

/** Where the values of a choice stand: in the setting itself, in its entries, or beside `null`. */
export function choiceIn(schema: z.core.JSONSchema.BaseSchema): z.core.JSONSchema.BaseSchema | undefined {
  if (schema.enum) return schema;
  const inside = [schema.items, ...(schema.anyOf ?? [])].filter((part) => typeof part === 'object' && part !== null);
  return (inside as z.core.JSONSchema.BaseSchema[]).find((part) => part.enum);
}
