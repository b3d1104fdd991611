import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { RequestContext } from '../context.js';
import { lockFor } from '../database/locks.js';
import { writeAudit } from '../events/audit.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { Problems } from '../errors/refusal.js';

type WithSettings<Shape extends z.ZodObject> = { readonly id: string; readonly settings: Shape };

/** The settings of a module in force for the district on a day (today by default), defaults filled in. */
export async function settingsOf<Shape extends z.ZodObject>(
  ctx: RequestContext,
  plugin: WithSettings<Shape>,
  on: string = ctx.today,
): Promise<z.infer<Shape>> {
  const stored = await ctx.batched<string, Record<string, unknown>>(`settings:${on}`, async (modules) => {
    const { rows } = await sql<{ module: string; settings: Record<string, unknown> }>`
      select distinct on (module) module, settings from module_settings
      where module = any(${modules}::text[]) and since <= ${on} order by module, since desc, created_at desc
    `.execute(ctx.sql);
    return modules.map((module) => rows.find((row) => row.module === module)?.settings ?? null);
  })(plugin.id);
  return plugin.settings.parse(stored ?? {});
}

/**
 * Changes some settings of a module from a day on; earlier values stay on record.
 * Errors: INVALID_VALUE per setting that does not fit.
 */
export async function changeSettings<Shape extends z.ZodObject>(
  ctx: RequestContext,
  plugin: WithSettings<Shape>,
  changes: Partial<z.input<Shape>>,
  since: string = ctx.today,
): Promise<z.infer<Shape>> {
  return ctx.transaction(async (tx) => {
    // Settings are written as a whole: of two changes at once, the second must have read the first.
    await lockFor(tx, `settings:${plugin.id}`);
    const before = await settingsOf(tx, plugin, since);
    const checked = plugin.settings.strict().safeParse({ ...before, ...changes });
    if (!checked.success) {
      const problems = new Problems();
      for (const { path, message } of checked.error.issues) {
        problems.add(kernelErrors.INVALID_VALUE, ['settings', ...path.map(String)], { reason: message });
      }
      problems.throwIfAny();
    }
    const id = uuidv7();
    await sql`
      insert into module_settings (id, module, since, settings)
      values (${id}, ${plugin.id}, ${since}, ${JSON.stringify(checked.data)}::jsonb)
    `.execute(tx.sql);
    const changed = Object.entries(checked.data as Record<string, unknown>)
      .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify((before as Record<string, unknown>)[key]))
      .map(([field, after]) => ({ field, before: (before as Record<string, unknown>)[field], after }));
    await writeAudit(tx, [
      { verb: 'UPDATE', entity: `Settings:${plugin.id}`, nodeType: 'Module', nodeId: id, changes: changed },
    ]);
    return checked.data as z.infer<Shape>;
  });
}
