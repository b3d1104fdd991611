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

/** A `bytea` column with a keyed blind index; erasing the person puts random bytes in its place. */
export function blindIndex(): PersonalColumn {
  return { kind: 'index' };
}

/** Which columns of a table hold data about a person, how that person's rows are found, how long they are kept. */
export interface PersonalDataDefinition {
  readonly table: string;
  readonly columns: Readonly<Record<string, PersonalColumn>>;
  /** Column that leads to the person: the id of the member. */
  readonly personColumn: string;
  readonly retention: RetentionClass;
  /** `clear` (the default) leaves the row, pseudonymous; `delete` takes it away. */
  readonly onErasure?: 'clear' | 'delete';
}
