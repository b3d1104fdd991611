import { sql } from 'kysely';
import type { z } from 'zod';
import type { RequestContext } from '../context.js';
import { bestFit } from './fitting.js';
import type { SettingValues } from './fold.js';
import type { SettingsOwner } from './setting.js';

/** What has been warned of, once per process: a list may ask for the same settings a thousand times. */
const warned = new WeakMap<object, Set<string>>();

/**
 * The settings of a module in force for the district on a day (today by default), defaults filled in. Those asked for in
 * one tick, of whatever modules and days, are read with one statement.
 */
export async function settingsOf<Shape extends z.ZodObject>(
  ctx: RequestContext,
  owner: SettingsOwner<Shape>,
  on: string = ctx.today,
): Promise<z.infer<Shape>> {
  const stored = await ctx.batched<string, SettingValues>('settings:in-force', (keys) => read(ctx, keys))(
    `${on} ${owner.id}`,
  );
  const { values, unfit } = bestFit(owner, stored ?? {});
  if (unfit.length > 0) warnOnce(ctx, owner.id, unfit);
  return values as z.infer<Shape>;
}

/** The stored values for each `<day> <module>`, of each setting the last word. */
async function read(ctx: RequestContext, keys: readonly string[]): Promise<(SettingValues | null)[]> {
  const wanted = keys.map((key) => key.split(' '));
  const { rows } = await sql<{ place: number; values: SettingValues }>`
    select wanted.place::int as place, jsonb_object_agg(word.key, word.value) as values
    from unnest(${wanted.map(([day]) => day)}::date[], ${wanted.map(([, module]) => module)}::text[])
      with ordinality as wanted(day, module, place)
    cross join lateral (
      select distinct on (changed.key) changed.key, changed.value
      from module_settings, jsonb_each(changes) changed
      where module_settings.module = wanted.module and since <= wanted.day
      order by changed.key, number desc
    ) word
    group by wanted.place
  `.execute(ctx.sql);
  const byPlace = new Map(rows.map(({ place, values }) => [place, values]));
  return keys.map((_key, index) => byPlace.get(index + 1) ?? null);
}

function warnOnce({ kernel, district }: RequestContext, module: string, unfit: readonly string[]): void {
  const known = warned.get(kernel) ?? new Set();
  warned.set(kernel, known);
  const what = [district.code, module, ...unfit].join(' ');
  if (known.has(what)) return;
  known.add(what);
  kernel.log.warn(
    { module, settings: unfit, district: district.code },
    'settings that the module no longer allows count as not set; change them',
  );
}
