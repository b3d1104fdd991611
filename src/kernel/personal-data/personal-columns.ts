import { type RawBuilder, sql } from 'kysely';
import type { PluginDefinition } from '../plugin/define.js';
import type { DataClass, PersonalDataDefinition } from './definition.js';
import type { SealedPlace } from './vault.js';

/** A column of sealed values, with the way from its table to the person. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly class: DataClass;
  /** For rows of the table under the alias `t`: the id of the person. */
  readonly person: RawBuilder<string>;
}

const INDEX_SUFFIX = '_index';

/** What the `personalData` of all installed plugins says about sealed values and blind indexes. */
export class PersonalColumns {
  readonly sealed: readonly SealedColumn[];
  /** Names of blind indexes: their columns without `_index`. */
  readonly indexNames: ReadonlySet<string>;
  readonly #classes: ReadonlyMap<string, DataClass>;

  constructor(plugins: readonly PluginDefinition[]) {
    const definitions = plugins.flatMap(({ personalData }) => personalData ?? []);
    const columns = definitions.flatMap((definition) =>
      Object.entries(definition.columns).map(([column, what]) => ({ definition, column, what })),
    );
    this.sealed = columns.flatMap(({ definition, column, what }) => {
      if (what.kind !== 'sealed') return [];
      return [{ table: definition.table, column, class: what.class, person: personOf(definition, definitions) }];
    });
    this.indexNames = new Set(columns.filter(({ what }) => what.kind === 'index').map(({ column }) => nameOf(column)));
    this.#classes = new Map(this.sealed.map((sealed) => [`${sealed.table}.${sealed.column}`, sealed.class]));
  }

  /** Errors: a plain Error for a column that no plugin registered as sealed. */
  classOf({ table, column }: Pick<SealedPlace, 'table' | 'column'>): DataClass {
    const found = this.#classes.get(`${table}.${column}`);
    if (!found) throw new Error(`${table}.${column} is sealed nowhere: register it in the plugin's personalData`);
    return found;
  }

  /** Errors: a plain Error for a name without a registered column `<name>_index`. */
  assertIndex(name: string): void {
    if (this.indexNames.has(name)) return;
    throw new Error(`no blind index is called '${name}': register a column ${name}${INDEX_SUFFIX} in personalData`);
  }

  /** What a district needs keys for. */
  get purposes(): string[] {
    return [...new Set(this.sealed.map((sealed) => sealed.class)), ...[...this.indexNames].map(indexPurpose)];
  }
}

/** Purpose under which the key of a blind index stands in `data_keys`. */
export function indexPurpose(name: string): string {
  return `index:${name}`;
}

/** Follows {@link PersonalDataDefinition.through} until a column names the person. */
function personOf(from: PersonalDataDefinition, all: readonly PersonalDataDefinition[]): RawBuilder<string> {
  let person = sql<string>`${sql.ref(`t.${from.personColumn}`)}`;
  for (let at = from; at.through !== undefined; ) {
    const next = all.find(({ table }) => table === at.through);
    if (!next) throw new Error(`${at.table} leads to a person through ${at.through}, which no plugin registered`);
    person = sql<string>`(select ${sql.ref(`way.${next.personColumn}`)} from ${sql.table(next.table)} as way where way.id = ${person})`;
    at = next;
  }
  return person;
}

function nameOf(column: string): string {
  return column.endsWith(INDEX_SUFFIX) ? column.slice(0, -INDEX_SUFFIX.length) : column;
}
