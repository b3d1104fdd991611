import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { RequestContext } from '../context.js';
import { lockFor } from '../database/locks.js';
import { inDistrict } from '../database/scope.js';
import { writeAudit } from '../events/audit.js';
import { businessDay } from '../time/business-day.js';
import type { Registry } from './registry.js';

/** A switch is believed for this long, so that a change reaches every process within a second without being told. */
const TRUST_MS = 500;

/** Which modules each district has on today, as dated rows say. */
export class Switches {
  readonly #known = new Map<number, { at: number; modules: Promise<ReadonlySet<string>> }>();

  constructor(
    readonly orm: MikroORM,
    readonly registry: Registry,
  ) {}

  /** Ids of the core modules and of those plugins that are installed, switched on and have what they require. */
  async enabledFor(districtId: number): Promise<ReadonlySet<string>> {
    if (this.registry.switchable.length === 0) return this.registry.effective(new Set());
    const known = this.#known.get(districtId);
    if (known && Date.now() - known.at < TRUST_MS) return known.modules;
    const modules = this.#read(districtId);
    this.#known.set(districtId, { at: Date.now(), modules });
    modules.catch(() => this.#known.delete(districtId));
    return modules;
  }

  /** Switches a module on or off for the district of the context, from today on; earlier rows stay on record. */
  async set(ctx: RequestContext, module: string, enabled: boolean, reason: string): Promise<void> {
    await ctx.transaction(async (tx) => {
      await lockFor(tx, 'switches');
      await sql`delete from module_switches where module = ${module} and since >= ${tx.today}`.execute(tx.sql);
      await sql`update module_switches set until = ${tx.today} where module = ${module} and until is null`.execute(
        tx.sql,
      );
      const id = uuidv7();
      await sql`
        insert into module_switches (id, module, enabled, since, reason)
        values (${id}, ${module}, ${enabled}, ${tx.today}, ${reason})
      `.execute(tx.sql);
      const changes = [{ field: module, after: enabled }];
      await writeAudit(tx, [{ verb: 'UPDATE', entity: 'ModuleSwitch', nodeType: 'Module', nodeId: id, changes }]);
    });
    this.#known.delete(ctx.district.id);
  }

  async #read(districtId: number): Promise<ReadonlySet<string>> {
    const rows = await inDistrict(districtId, () =>
      sql<{ module: string }>`
        select module from module_switches
        where enabled and since <= ${businessDay(new Date())} and (until is null or until > ${businessDay(new Date())})
      `.execute(this.orm.em.fork().getKysely<object>()),
    );
    return this.registry.effective(new Set(rows.rows.map(({ module }) => module)));
  }
}
