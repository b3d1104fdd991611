import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../events/audit.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { Problems } from '../errors/refusal.js';
/** The settings of a module in force for the district on a day (today by default), defaults filled in. */
export async function settingsOf(ctx, plugin, on = ctx.today) {
    const stored = await ctx.batched(`settings:${on}`, async (modules) => {
        const { rows } = await sql `
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
export async function changeSettings(ctx, plugin, changes, since = ctx.today) {
    return ctx.transaction(async (tx) => {
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
        await sql `
      insert into module_settings (id, module, since, settings)
      values (${id}, ${plugin.id}, ${since}, ${JSON.stringify(checked.data)}::jsonb)
    `.execute(tx.sql);
        const changed = Object.entries(checked.data)
            .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]))
            .map(([field, after]) => ({ field, before: before[field], after }));
        await writeAudit(tx, [
            { verb: 'UPDATE', entity: `Settings:${plugin.id}`, nodeType: 'Module', nodeId: id, changes: changed },
        ]);
        return checked.data;
    });
}
//# sourceMappingURL=settings.js.map