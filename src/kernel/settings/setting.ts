import { z } from 'zod';
import type { Bilingual } from '../bilingual.js';

/** How people read a setting: in the graph, in forms made from its JSON schema, in the documents. */
export interface SettingLabel {
  readonly title: Bilingual;
  /** One sentence more, where the title does not say all: the source of a rule, what happens at the limit. */
  readonly help?: Bilingual;
  /** What a number counts: days, mebibytes, persons. */
  readonly unit?: Bilingual;
  /** Of a choice: what each value means. Its values are UPPER_SNAKE, as in every enum of the graph. */
  readonly values?: Readonly<Record<string, Bilingual>>;
}

const labels = z.registry<SettingLabel>();

/**
 * Declares a setting: `setting(z.int().min(2).max(200).default(12), { zh: '每组人数上限', en: 'Members per circle' })`.
 * Answers a copy of the schema, so that two settings may begin with the same one.
 */
export function setting<Schema extends z.ZodType>(
  schema: Schema,
  title: Bilingual,
  more: Omit<SettingLabel, 'title'> = {},
): Schema {
  const labelled = schema.clone();
  labels.add(labelled, { title, ...more });
  return labelled;
}

/** The label of a setting; `.default()` and the like around it change nothing. */
export function labelOf(schema: z.core.$ZodType): SettingLabel | undefined {
  const label = labels.get(schema as z.ZodType);
  if (label) return label;
  const { innerType } = schema._zod.def as { readonly innerType?: z.core.$ZodType };
  return innerType && labelOf(innerType);
}

/** The settings inside a setting that is an object or a list of objects; `undefined` for all others, records included. */
export function settingsInside(schema: z.core.$ZodType): z.core.$ZodShape | undefined {
  const { shape, innerType, element } = schema._zod.def as {
    readonly shape?: z.core.$ZodShape;
    readonly innerType?: z.core.$ZodType;
    readonly element?: z.core.$ZodType;
  };
  const inside = innerType ?? element;
  return shape ?? (inside && settingsInside(inside));
}

/** Whoever has settings: a plugin, or a module's id beside its settings. */
export interface SettingsOwner<Shape extends z.ZodObject = z.ZodObject> {
  readonly id: string;
  readonly settings: Shape;
}
