import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { inDistrict } from '../database/scope.js';
import { writeAudit } from '../events/audit.js';
import { businessDay } from '../time/business-day.js';
/** A switch is believed for this long, so that a change reaches every process within a second without being told. */
const TRUST_MS = 500;
/** Which modules each district has on today, as dated rows say. */
export class Switches {
    #known = new Map();
    constructor(orm, registry) {
        this.orm = orm;
        this.registry = registry;
    }
    /** Ids of the core modules and of those plugins that are installed, switched on and have what they require. */
    async enabledFor(districtId) {
        if (this.registry.switchable.length === 0)
            return this.registry.effective(new Set());
        const known = this.#known.get(districtId);
        if (known && Date.now() - known.at < TRUST_MS)
            return known.modules;
        const modules = this.#read(districtId);
        this.#known.set(districtId, { at: Date.now(), modules });
        modules.catch(() => this.#known.delete(districtId));
        return modules;
    }
    /** Switches a module on or off for the district of the context, from today on; earlier rows stay on record. */
    async set(ctx, module, enabled, reason) {
        await ctx.transaction(async (tx) => {
            await sql `select pg_advisory_xact_lock(hashtextextended('switches', ${tx.district.id}))`.execute(tx.sql);
            await sql `delete from module_switches where module = ${module} and since >= ${tx.today}`.execute(tx.sql);
            await sql `update module_switches set until = ${tx.today} where module = ${module} and until is null`.execute(tx.sql);
            const id = uuidv7();
            await sql `
        insert into module_switches (id, module, enabled, since, reason)
        values (${id}, ${module}, ${enabled}, ${tx.today}, ${reason})
      `.execute(tx.sql);
            const changes = [{ field: module, after: enabled }];
            await writeAudit(tx, [{ verb: 'UPDATE', entity: 'ModuleSwitch', nodeType: 'Module', nodeId: id, changes }]);
        });
        this.#known.delete(ctx.district.id);
    }
    async #read(districtId) {
        const rows = await inDistrict(districtId, () => sql `
        select module from module_switches
        where enabled and since <= ${businessDay(new Date())} and (until is null or until > ${businessDay(new Date())})
      `.execute(this.orm.em.fork().getKysely()));
        return this.registry.effective(new Set(rows.rows.map(({ module }) => module)));
    }
}
//# sourceMappingURL=switches.js.map