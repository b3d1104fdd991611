import { sql } from 'kysely';
import type { z } from 'zod';
import type { RequestContext } from '../context.js';
import { bestFit } from './fitting.js';
import type { SettingValues } from './fold.js';
import type { SettingsOwner } from './setting.js';

/**
 * The settings of a module in force for the district on a day (today by default), defaults filled in. Modules asked for
 * in one tick are read with one statement.
 */
export async function settingsOf<Shape extends z.ZodObject>(
  ctx: RequestContext,
  owner: SettingsOwner<Shape>,
  on: string = ctx.today,
): Promise<z.infer<Shape>> {
  const stored = await ctx.batched<string, SettingValues>(`settings:${on}`, async (modules) => {
    const { rows } = await sql<{ module: string; values: SettingValues }>`
      select module, jsonb_object_agg(key, value) as values from (
        select distinct on (module, key) module, key, value
        from module_settings, jsonb_each(changes)
        where module = any(${modules}::text[]) and since <= ${on}::date
        order by module, key, number desc
      ) last_words group by module
    `.execute(ctx.sql);
    return modules.map((module) => rows.find((row) => row.module === module)?.values ?? null);
  })(owner.id);
  const { values, unfit } = bestFit(owner, stored ?? {});
  if (unfit.length > 0) {
    ctx.kernel.log.warn(
      { module: owner.id, settings: unfit, district: ctx.district.code },
      'settings that the module no longer allows count as not set; change them',
    );
  }
  return values as z.infer<Shape>;
}
