import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { bestFit, checkFit } from '../../../src/kernel/settings/fitting.js';
import { settingProblems } from '../../../src/kernel/settings/problems.js';
import { settingsSchema } from '../../../src/kernel/settings/schema.js';
import { setting } from '../../../src/kernel/settings/setting.js';

const label = { zh: '上限', en: 'Limit' };
const pace = setting(
  z.enum(['SLOW', 'FAST']).default('SLOW'),
  { zh: '快慢', en: 'Pace' },
  {
    values: { SLOW: { zh: '慢', en: 'Slow' }, FAST: { zh: '快', en: 'Fast' } },
  },
);
const limit = setting(z.int().min(2).max(200).default(12), label, {
  unit: { zh: '人', en: 'members' },
  help: { zh: '以报名先后为序', en: 'First come, first served' },
});
const shelf = setting(
  z
    .string()
    .regex(/^[A-Z]-\d+$/)
    .default('A-1'),
  { zh: '书架', en: 'Shelf' },
);
const settings = z.object({ limit, pace, shelf });
const owner = { id: 'reading', settings };

function problemsOf(shape: z.core.$ZodLooseShape): string[] {
  return settingProblems({ id: 'x', settings: z.object(shape) as never });
}

describe('a declaration of settings', () => {
  test('that can be shown, stored and filled in has no problem', () => {
    expect(settingProblems(owner)).toEqual([]);
  });

  test.each<[string, z.core.$ZodLooseShape, string]>([
    ['no default', { limit: setting(z.int().min(0).max(9), label) }, 'every setting needs a default (limit)'],
    ['no label', { limit: z.int().min(0).max(9).default(1) }, "setting 'limit' has no label"],
    ['Chinese alone', { limit: setting(z.boolean().default(true), { zh: '上限', en: '上限' }) }, 'is not Chinese'],
    ['English alone', { limit: setting(z.boolean().default(true), { zh: 'Limit', en: 'Limit' }) }, 'is not Chinese'],
    [
      'help in one language',
      { limit: setting(z.boolean().default(true), label, { help: { zh: '无', en: '' } }) },
      'is not',
    ],
    ['a name that the graph does not have', { 'max-limit': setting(z.boolean().default(true), label) }, 'camelCase'],
    [
      'a default it refuses itself',
      { limit: setting(z.int().min(2).max(9).default(1), label) },
      'is not what the setting',
    ],
    ['no bounds', { limit: setting(z.int().default(1), label) }, 'without bounds'],
    ['no bounds beside null', { limit: setting(z.int().nullable().default(null), label) }, 'without bounds'],
    ['no bounds in its entries', { limits: setting(z.array(z.int()).default([]), label) }, 'without bounds'],
    [
      'bounds beyond Int',
      {
        limit: setting(
          z
            .int()
            .min(0)
            .max(2 ** 31)
            .default(1),
          label,
        ),
      },
      'without bounds',
    ],
    ['a value that JSON does not have', { day: setting(z.date().default(new Date(0)), label) }, 'no plain JSON value'],
    [
      'a transformation',
      {
        n: setting(
          z
            .string()
            .transform((text) => text.toUpperCase())
            .default('A'),
          label,
        ),
      },
      'no plain JSON value',
    ],
    [
      'a choice without words',
      { pace: setting(z.enum(['SLOW']).default('SLOW'), label) },
      "'SLOW' of setting 'pace' has no",
    ],
    [
      'words for no choice',
      { pace: setting(z.enum(['SLOW']).default('SLOW'), label, { values: { SLOW: label, FAST: label } }) },
      "labels 'FAST'",
    ],
    [
      'a choice in lower case',
      { pace: setting(z.enum(['slow']).default('slow'), label, { values: { slow: label } }) },
      'UPPER_SNAKE',
    ],
    [
      'no label inside',
      { hours: setting(z.object({ from: z.int().min(0).max(24).default(8) }).prefault({}), label) },
      "'hours.from' has no label",
    ],
  ])('with %s is refused at boot', (_fault, shape, words) => {
    expect(problemsOf(shape)).toEqual([expect.stringContaining(words)]);
  });

  test('whose defaults are at odds with each other is refused at boot', () => {
    const odd = z.object({ limit, shelf }).refine((values) => values.limit < 10);
    expect(settingProblems({ id: 'x', settings: odd })).toEqual([expect.stringContaining('do not fit together')]);
  });

  test('of a plugin whose field would take the place of another is refused at boot', () => {
    const problems = settingProblems({ id: 'on', settings: z.object({ limit }) });
    expect(problems).toEqual([expect.stringContaining('rename it')]);
  });

  test('may begin two settings with one schema', () => {
    const base = z.int().min(0).max(9).default(1);
    const two = z.object({ first: setting(base, { zh: '甲', en: 'A' }), second: setting(base, { zh: '乙', en: 'B' }) });
    expect(settingsSchema(two, 'en').properties).toMatchObject({ first: { title: 'A' }, second: { title: 'B' } });
  });

  test('keeps its label through whatever is wrapped around it', () => {
    const wrapped = z.object({ limit: setting(z.int().min(0).max(9), label).nullable().default(null) });
    expect(settingsSchema(wrapped, 'zh-CN').properties!.limit).toMatchObject({ title: '上限', default: null });
  });
});

describe('the JSON schema of settings', () => {
  test('has titles, help and units in one language, limits and defaults as declared, and requires nothing', () => {
    expect(settingsSchema(settings, 'zh-CN')).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
      properties: {
        limit: {
          type: 'integer',
          minimum: 2,
          maximum: 200,
          default: 12,
          title: '上限',
          description: '以报名先后为序',
          'x-unit': '人',
        },
        pace: {
          type: 'string',
          default: 'SLOW',
          title: '快慢',
          oneOf: [
            { const: 'SLOW', title: '慢' },
            { const: 'FAST', title: '快' },
          ],
        },
        shelf: { type: 'string', default: 'A-1', pattern: '^[A-Z]-\\d+$', title: '书架' },
      },
    });
    expect(settingsSchema(settings, 'en').properties).toMatchObject({
      limit: { title: 'Limit', description: 'First come, first served', 'x-unit': 'members' },
      pace: { oneOf: [{ title: 'Slow' }, { title: 'Fast' }] },
    });
  });

  test('allows what the settings allow and nothing else', () => {
    const again = z.fromJSONSchema(settingsSchema(settings, 'en') as never);
    const values = [
      {},
      { limit: 2 },
      { limit: 1 },
      { limit: 2.5 },
      { limit: '5' },
      { pace: 'FAST' },
      { pace: 'fast' },
      { shelf: 'B-12' },
      { shelf: 'b' },
      { other: 1 },
      { limit: null },
    ];
    const allowed = values.filter((value) => settings.strict().safeParse(value).success);
    expect(values.filter((value) => again.safeParse(value).success)).toEqual(allowed);
    expect(allowed).toEqual([{}, { limit: 2 }, { pace: 'FAST' }, { shelf: 'B-12' }]);
  });
});

describe('values that do not fit', () => {
  const bad = { limit: 500, pace: 'x', shelf: 'b' };

  test('are explained in the caller’s language, at the setting, without a pattern', () => {
    const zh = checkFit(owner, bad, 'zh-CN');
    const en = checkFit(owner, bad, 'en');
    if (zh.fits || en.fits) throw new Error('they fit');
    expect(en.issues).toEqual([
      { path: ['limit'], reason: 'Too big: expected number to be <=200' },
      { path: ['pace'], reason: 'Invalid option: expected one of "SLOW"|"FAST"' },
      { path: ['shelf'], reason: 'not of the form that the setting asks for' },
    ]);
    expect(zh.issues.map(({ path }) => path)).toEqual(en.issues.map(({ path }) => path));
    for (const { reason } of zh.issues) expect(reason).toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify(zh.issues)).not.toContain('A-Z');
  });

  test('are explained by the rule’s own words where it has some', () => {
    const reason = { zh: '快则少收', en: 'a fast circle takes few' };
    const ruled = settings.refine((values) => values.pace === 'SLOW' || values.limit < 20, {
      path: ['limit'],
      params: { reason },
    });
    const stored = { pace: 'FAST', limit: 30 };
    expect(checkFit({ id: 'x', settings: ruled }, stored, 'zh-CN')).toEqual({
      fits: false,
      issues: [{ path: ['limit'], reason: reason.zh }],
    });
    expect(checkFit({ id: 'x', settings: ruled }, stored, 'en')).toMatchObject({ issues: [{ reason: reason.en }] });
  });

  test('stored by an earlier version of the module count as not set, and no others do', () => {
    expect(bestFit(owner, { limit: 500, pace: 'FAST', gone: 1 })).toEqual({
      values: { limit: 12, pace: 'FAST', shelf: 'A-1' },
      unfit: ['limit'],
    });
  });

  test('stored values at odds with each other give way to the defaults, all of them', () => {
    const ruled = settings.refine((values) => values.pace === 'SLOW' || values.limit < 20);
    const stored = { pace: 'FAST', limit: 30, gone: 1 };
    expect(bestFit({ id: 'x', settings: ruled }, stored)).toEqual({
      values: { limit: 12, pace: 'SLOW', shelf: 'A-1' },
      unfit: ['pace', 'limit'],
    });
  });
});
