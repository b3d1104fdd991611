import { type Expression, type SqlBool, sql } from 'kysely';
import type { AttachmentKind, NodeSource, RequestContext } from '../../kernel/index.js';

/** A type of node that has files in this district: its rows, and its kinds of files as all modules together say. */
export interface OwnerType {
  readonly type: string;
  readonly source: NodeSource;
  /** Property of its rows with the member whose key seals the files; without it the row seals its own. */
  readonly person: string | undefined;
  readonly kinds: ReadonlyMap<string, AttachmentKind>;
}

const MOST_MEGABYTES = 100;
const MOST_FILES = 20;

export const readBy = (kind: AttachmentKind): string => kind.readBy ?? 'attachment:read';
export const addBy = (kind: AttachmentKind): string => kind.addBy ?? 'attachment:add';
export const maxMegabytes = (kind: AttachmentKind): number =>
  Math.min(kind.maxMegabytes ?? MOST_MEGABYTES, MOST_MEGABYTES);
export const maxCount = (kind: AttachmentKind): number => kind.maxCount ?? MOST_FILES;

/** The types that files can be attached to, by name, as the modules that the district has on declare them. */
export function ownerTypes(ctx: RequestContext): ReadonlyMap<string, OwnerType> {
  const found = new Map<string, OwnerType>();
  for (const { attachments } of ctx.plugins) {
    for (const [type, { person, kinds }] of Object.entries(attachments ?? {})) {
      const source = ctx.declared('nodes', type);
      if (!source) continue;
      const known = found.get(type);
      found.set(type, {
        type,
        source,
        person: person ?? known?.person,
        kinds: new Map([...(known?.kinds ?? []), ...Object.entries(kinds)]),
      });
    }
  }
  return found;
}

/** Who sees a file: whoever sees its owner and holds on it the permission to read files of that kind. */
export function fileVisible(ctx: RequestContext): Expression<SqlBool> | boolean {
  const conditions: Expression<SqlBool>[] = [];
  for (const { type, source, kinds } of ownerTypes(ctx).values()) {
    const byPermission = Map.groupBy(kinds, ([, kind]) => readBy(kind));
    for (const [permission, named] of byPermission) {
      const owners = ownersOn(ctx, source, permission);
      if (!owners) continue;
      const codes = named.map(([code]) => code);
      conditions.push(
        sql<SqlBool>`(node.owner_type = ${type} and node.kind = any(${codes}::text[]) and node.owner_id in (${owners}))`,
      );
    }
  }
  if (conditions.length === 0) return false;
  return sql<SqlBool>`(node.stored_at is not null and (${sql.join(conditions, sql` or `)}))`;
}

/** Ids of the visible rows on which a permission is held; `null` when there can be none. */
function ownersOn(ctx: RequestContext, source: NodeSource, permission: string): Expression<unknown> | null {
  const reach = source.reach(ctx, permission);
  if (reach === false || source.visible(ctx) === false) return null;
  const rows = source.query(ctx).select('node.id');
  return reach === true ? rows : rows.where(reach);
}
