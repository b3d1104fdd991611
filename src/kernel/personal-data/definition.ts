import type { RawBuilder } from 'kysely';

/** Kinds of sealed data. Each has keys of its own, so that opening one kind opens no other. */
export const DATA_CLASSES = ['identity', 'health', 'finance', 'case'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/**
 * How long personal data is kept once its purpose has ended, in years: the membership file after the membership, a case
 * and a benefit after they were closed (Archives Law of the PRC; accounting files 10 years at least), an account after
 * its last use.
 */
export const RETENTION_YEARS = { membership: 10, case: 10, benefit: 10, account: 3 } as const;
export type RetentionClass = keyof typeof RETENTION_YEARS;

/** What one column with personal data is, and what stays of it when the person is erased. */
export type PersonalColumn =
  | {
      readonly kind: 'plain';
      /** The value left behind; a piece of SQL may coarsen what is there. */
      readonly erased: string | number | null | RawBuilder<unknown>;
    }
  | {
      readonly kind: 'sealed';
      readonly class: DataClass;
      /** `Type.field` under which the graph shows it masked; only such columns can be unmasked. */
      readonly shownAs?: `${string}.${string}`;
      /** The value is the key of a file: no export shows it. */
      readonly key?: true;
    }
  | { readonly kind: 'index' };

/** A column in plain, masked by permission alone. */
export function plain(erased: string | number | null | RawBuilder<unknown> = null): PersonalColumn {
  return { kind: 'plain', erased };
}

/** A `bytea` column that holds a value sealed with the person's key; erasing the person destroys the key and empties it. */
export function sealed(dataClass: DataClass, shownAs?: `${string}.${string}`): PersonalColumn {
  return { kind: 'sealed', class: dataClass, ...(shownAs && { shownAs }) };
}

/** A `bytea` column that holds a key of a file as the vault wrapped it with the person's key. */
export function sealedKey(dataClass: DataClass): PersonalColumn {
  return { kind: 'sealed', class: dataClass, key: true };
}

/** A `bytea` column with a keyed blind index; erasing the person puts random bytes in its place. */
export function blindIndex(): PersonalColumn {
  return { kind: 'index' };
}

/**
 * Whether erasure leaves a plain column as it is (`gender: plain(sql`gender`)`): figures of past years rest on it, and
 * without the rest of the row it points to nobody.
 */
export function survivesErasure(name: string, column: PersonalColumn): boolean {
  if (column.kind !== 'plain' || typeof column.erased !== 'object' || column.erased === null) return false;
  const node = column.erased.toOperationNode();
  return 'sqlFragments' in node && (node.sqlFragments as readonly string[]).join('').trim() === name;
}

/**
 * Which columns of a table hold data about a person, how that person's rows are found, how long they are kept. A table
 * that leads to a person, directly or through another, is declared whole: every column is personal, or harmless with a
 * reason, or says nothing by itself (id, district, version, references to other rows).
 */
export interface PersonalDataDefinition {
  readonly table: string;
  readonly columns: Readonly<Record<string, PersonalColumn>>;
  /** Column that leads to the person: the id of the member, or of a row of {@link through}. */
  readonly personColumn: string;
  /** The registered table whose rows {@link personColumn} names, where it does not name the member. */
  readonly through?: string;
  /** Columns that are not about the person, each with the reason why. */
  readonly harmless?: Readonly<Record<string, string>>;
  readonly retention: RetentionClass;
  /** Day or time from which {@link retention} counts, empty while it does not yet; by default the end of the last membership. */
  readonly endedColumn?: string;
  /** `clear` (the default) leaves the row, pseudonymous; `delete` takes it away. */
  readonly onErasure?: 'clear' | 'delete';
}
