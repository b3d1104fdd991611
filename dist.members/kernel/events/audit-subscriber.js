import { AsyncLocalStorage } from 'node:async_hooks';
import { ChangeSetType } from '@mikro-orm/core';
import { tableOf } from '../plugin/registry.js';
import { writeAudit } from './audit.js';
const acting = new AsyncLocalStorage();
/** Runs writing work of a context, so that every change flushed inside is recorded under its actor and request. */
export function auditedAs(tx, work) {
    return acting.run(tx, work);
}
/** Bookkeeping that says nothing about the object itself. */
const SILENT = new Set(['id', 'districtId', 'version', 'createdAt', 'updatedAt']);
/**
 * Writes one audit record per changed entity, in the transaction of the change. It hangs on the unit of work, so no
 * service can forget it; a flush outside a transaction is refused, because its record could be lost.
 */
export class AuditSubscriber {
    #sealed;
    #historyOf;
    constructor(registry) {
        this.#sealed = sealedColumns(registry.plugins);
        this.#historyOf = new Map(registry.plugins.flatMap((plugin) => Object.entries(plugin.historyOf ?? {})));
    }
    async afterFlush({ em, uow }) {
        const changes = uow.getChangeSets();
        if (changes.length === 0)
            return;
        const tx = acting.getStore();
        if (!tx || !em.isInTransaction())
            throw new Error('entities are written inside ctx.transaction() only');
        await writeAudit(tx, changes.map((change) => this.#entry(change)));
    }
    #entry(change) {
        const entity = change.entity;
        const owner = this.#historyOf.get(change.meta.className);
        return {
            verb: change.type === ChangeSetType.CREATE ? 'CREATE' : change.type === ChangeSetType.DELETE ? 'DELETE' : 'UPDATE',
            entity: change.meta.className,
            nodeType: owner?.type ?? change.meta.className,
            nodeId: String(owner ? entity[owner.property] : entity.id),
            changes: this.#differences(change),
        };
    }
    #differences(change) {
        const before = (change.originalEntity ?? {});
        const after = change.payload;
        const sealed = this.#sealed.get(change.meta.tableName);
        const properties = change.type === ChangeSetType.DELETE ? Object.keys(before) : Object.keys(after);
        return properties
            .filter((property) => !SILENT.has(property))
            .map((property) => {
            if (sealed?.has(property))
                return { field: property, sealed: true };
            const then = change.type === ChangeSetType.CREATE ? undefined : before[property];
            const now = change.type === ChangeSetType.DELETE ? undefined : after[property];
            return { field: property, before: plain(then), after: plain(now) };
        });
    }
}
function plain(value) {
    if (value === undefined)
        return null;
    if (typeof value === 'bigint')
        return value.toString();
    return Buffer.isBuffer(value) || value instanceof Uint8Array ? '(binary)' : value;
}
/** Table -> properties whose values must never be written down in plain. */
function sealedColumns(plugins) {
    const sealed = new Map();
    for (const plugin of plugins) {
        for (const { table, columns } of plugin.personalData ?? []) {
            const entity = plugin.entities?.find((candidate) => tableOf(candidate) === table);
            const properties = Object.keys(entity?.meta.properties ?? {});
            const names = Object.keys(columns).filter((column) => columns[column] === 'sealed');
            sealed.set(table, new Set(properties.filter((property) => names.includes(columnOf(property)))));
        }
    }
    return sealed;
}
function columnOf(property) {
    return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
//# sourceMappingURL=audit-subscriber.js.map