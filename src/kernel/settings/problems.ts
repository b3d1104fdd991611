import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Bilingual } from '../bilingual.js';
import { choiceIn } from './schema.js';
import { labelOf, type SettingLabel, type SettingsOwner, settingsInside } from './setting.js';

/** `Int` of the graph. */
const MAX_INT = 2 ** 31 - 1;

/** What keeps settings from being shown, stored and filled in, each with its cure. For the registry, at boot. */
export function settingProblems({ id, settings }: SettingsOwner): string[] {
  const problems = Object.entries(settings.shape).flatMap(([key, schema]) => problemsOf(key, schema as z.ZodType));
  // The field of a plugin bears its name, and `settings { on }` tells the day.
  if (id === 'on') problems.push('no plugin with settings can have this id; rename it.');
  if (problems.length === 0 && !settings.safeParse({}).success) {
    problems.push('the defaults do not fit together; correct one of them.');
  }
  return problems.map((problem) => `plugin '${id}': ${problem}`);
}

function problemsOf(key: string, schema: z.ZodType): string[] {
  const unset = schema.safeParse(undefined);
  if (!unset.success || unset.data === undefined) return [`every setting needs a default (${key}).`];
  const problems = partProblems(key, schema);
  const again = schema.safeParse(unset.data);
  if (!again.success || !isDeepStrictEqual(again.data, unset.data)) {
    problems.push(`the default of setting '${key}' is not what the setting allows; correct one of them.`);
  }
  return problems;
}

/** A setting, or one inside a setting that is an object. */
function partProblems(key: string, schema: z.core.$ZodType): string[] {
  const label = labelOf(schema);
  if (!/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$/.test(key)) {
    return [`setting '${key}' must be a camelCase name; rename it.`];
  }
  if (!label) return [`setting '${key}' has no label; declare it as setting(schema, { zh, en }).`];
  const problems = wordsOf(label)
    .filter((text) => !isBilingual(text))
    .map(({ zh, en }) => `setting '${key}': '${zh} / ${en}' is not Chinese (without '/') and English; correct it.`);
  try {
    for (const io of ['input', 'output'] as const) z.toJSONSchema(schema, { io });
  } catch (error) {
    return [
      ...problems,
      `setting '${key}' is no plain JSON value (${(error as Error).message}); store what it is made of.`,
    ];
  }
  const json = z.toJSONSchema(schema, { io: 'input' });
  if (wholeNumbersIn(json).some(({ minimum, maximum }) => !(minimum! >= -MAX_INT && maximum! <= MAX_INT))) {
    problems.push(`setting '${key}' is a whole number without bounds; give it min() and max(), ${MAX_INT} at most.`);
  }
  problems.push(...choiceProblems(key, (choiceIn(json)?.enum ?? []) as unknown[], label));
  const inside = Object.entries(settingsInside(schema) ?? {});
  return [...problems, ...inside.flatMap(([name, part]) => partProblems(`${key}.${name}`, part))];
}

/** Where the graph shows an `Int`: in the setting itself, beside `null`, in its entries. */
function wholeNumbersIn(json: z.core.JSONSchema.BaseSchema): z.core.JSONSchema.BaseSchema[] {
  if (json.type === 'integer') return [json];
  const inside = [json.items, ...(json.anyOf ?? [])].filter((part) => typeof part === 'object' && part !== null);
  return (inside as z.core.JSONSchema.BaseSchema[]).flatMap(wholeNumbersIn);
}

function choiceProblems(key: string, choices: readonly unknown[], { values = {} }: SettingLabel): string[] {
  const named = Object.keys(values);
  const unnamed = choices.filter((choice) => !named.includes(String(choice)));
  const others = named.filter((value) => !choices.includes(value));
  return [
    ...choices
      .filter((choice) => !/^[A-Z][A-Z0-9_]*$/.test(String(choice)))
      .map((choice) => `value '${choice}' of setting '${key}' must be UPPER_SNAKE; rename it.`),
    ...unnamed.map((choice) => `value '${choice}' of setting '${key}' has no label; name it in values.`),
    ...others.map((value) => `setting '${key}' labels '${value}', which is none of its values; take it out.`),
  ];
}

/** Units are left out: MiB is the same in both. */
function wordsOf({ title, help, values }: SettingLabel): Bilingual[] {
  return [title, help, ...Object.values(values ?? {})].filter((text) => text !== undefined);
}

function isBilingual({ zh, en }: Bilingual): boolean {
  return /\p{Script=Han}/u.test(zh) && !zh.includes('/') && /[A-Za-z]/.test(en) && !/\p{Script=Han}/u.test(en);
}
