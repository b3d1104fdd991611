import { AsyncLocalStorage } from 'node:async_hooks';
import { type ChangeSet, ChangeSetType, type EventSubscriber, type FlushEventArgs } from '@mikro-orm/core';
import type { RequestContext } from '../context.js';
import { survivesErasure } from '../personal-data/definition.js';
import type { PluginDefinition } from '../plugin/define.js';
import type { Registry } from '../plugin/registry.js';
import { type AuditEntry, type FieldChange, writeAudit } from './audit.js';

const acting = new AsyncLocalStorage<RequestContext>();

/** Runs writing work of a context, so that every change flushed inside is recorded under its actor and request. */
export function auditedAs<T>(tx: RequestContext, work: () => Promise<T>): Promise<T> {
  return acting.run(tx, work);
}

/** Bookkeeping that says nothing about the object itself. */
const SILENT = new Set(['id', 'districtId', 'version', 'createdAt', 'updatedAt']);

/**
 * Writes one audit record per changed entity, in the transaction of the change. It hangs on the unit of work, so no
 * service can forget it; a flush outside a transaction is refused, because its record could be lost.
 */
export class AuditSubscriber implements EventSubscriber {
  /** Table -> columns that erasure empties. Records are never changed, so what a person may have erased stays out. */
  readonly #personal: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #historyOf: ReadonlyMap<string, { type: string; property: string }>;

  constructor({ plugins }: Registry) {
    this.#personal = personalColumns(plugins);
    this.#historyOf = new Map(plugins.flatMap((plugin) => Object.entries(plugin.historyOf ?? {})));
  }

  async afterFlush({ em, uow }: FlushEventArgs): Promise<void> {
    const changes = uow.getChangeSets();
    if (changes.length === 0) return;
    const tx = acting.getStore();
    if (!tx || !em.isInTransaction()) throw new Error('entities are written inside ctx.transaction() only');
    await writeAudit(
      tx,
      changes.map((change) => this.#entry(change)),
    );
  }

  #entry(change: ChangeSet<object>): AuditEntry {
    const entity = change.entity as Record<string, unknown>;
    const owner = this.#historyOf.get(change.meta.className);
    return {
      verb: verbOf(change),
      entity: change.meta.className,
      nodeType: owner?.type ?? change.meta.className,
      nodeId: String(owner ? entity[owner.property] : entity.id),
      entityId: String(entity.id),
      changes: this.#differences(change),
    };
  }

  #differences(change: ChangeSet<object>): FieldChange[] {
    const verb = verbOf(change);
    // Of a removed entity the unit of work keeps no snapshot; its last values still stand in it.
    const before = (verb === 'DELETE' ? change.entity : (change.originalEntity ?? {})) as Record<string, unknown>;
    const after = change.payload as Record<string, unknown>;
    const personal = this.#personal.get(change.meta.tableName);
    const columns = new Map(change.meta.props.map(({ name, fieldNames }) => [String(name), fieldNames]));
    const properties = verb === 'DELETE' ? [...columns.keys()] : Object.keys(after);
    return properties
      .filter((property) => !SILENT.has(property))
      .map((property) => {
        if (columns.get(property)?.some((column) => personal?.has(column))) return { field: property, sealed: true };
        const then = verb === 'CREATE' ? undefined : before[property];
        const now = verb === 'DELETE' ? undefined : after[property];
        return { field: property, before: plain(then), after: plain(now) };
      });
  }
}

function verbOf({ type }: ChangeSet<object>): 'CREATE' | 'UPDATE' | 'DELETE' {
  if (type === ChangeSetType.CREATE) return 'CREATE';
  return type === ChangeSetType.DELETE || type === ChangeSetType.DELETE_EARLY ? 'DELETE' : 'UPDATE';
}

function plain(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'bigint') return value.toString();
  return Buffer.isBuffer(value) || value instanceof Uint8Array ? '(binary)' : value;
}

function personalColumns(plugins: readonly PluginDefinition[]): Map<string, Set<string>> {
  const personal = new Map<string, Set<string>>();
  for (const { table, columns } of plugins.flatMap(({ personalData }) => personalData ?? [])) {
    const names = Object.keys(columns).filter((column) => !survivesErasure(column, columns[column]!));
    personal.set(table, new Set([...(personal.get(table) ?? []), ...names]));
  }
  return personal;
}
