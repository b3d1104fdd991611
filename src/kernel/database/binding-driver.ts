import { type Configuration, PostgreSqlConnection, PostgreSqlDriver, PostgreSqlPlatform } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/**
 * MikroORM writes values into the text of its statements, quoted. Text from outside would then stand in the server's log
 * of failed statements and in pg_stat_statements, and quoting would be the only thing between it and the database. This
 * driver hands every text over as a parameter; numbers, times and bytes stay where they are.
 */
export class BindingDriver extends PostgreSqlDriver {
  constructor(config: Configuration) {
    super(config);
    Object.assign(this, { platform: new BindingPlatform(), connection: new BindingConnection(config) });
  }
}

class BindingPlatform extends PostgreSqlPlatform {
  #texts: string[] | undefined;

  /** A statement with `$1 …` in place of its texts. */
  bind(query: string, params: readonly unknown[]): { readonly sql: string; readonly texts: readonly string[] } {
    const texts: string[] = [];
    this.#texts = texts;
    try {
      return { sql: this.formatQuery(query, params), texts };
    } finally {
      this.#texts = undefined;
    }
  }

  override escape(value: unknown): string {
    if (typeof value === 'string' && this.#texts) return `$${this.#texts.push(value)}`;
    return super.escape(value);
  }
}

/** What {@link PostgreSqlConnection} keeps to itself: query builders and named parameters brought to `?` and a list. */
interface Preparing {
  prepareQuery(query: unknown, params: unknown): { readonly query: string; readonly params: readonly unknown[] };
}

class BindingConnection extends PostgreSqlConnection {
  override execute: PostgreSqlConnection['execute'] = async (
    query,
    params = [],
    method = 'all',
    ctx,
    loggerContext,
  ) => {
    await this.ensureConnection();
    const prepared = (this as unknown as Preparing).prepareQuery(query, params);
    const { sql, texts } = (this.platform as BindingPlatform).bind(prepared.query, prepared.params);
    const run = async (): Promise<unknown> => {
      const result = await (ctx ?? this.getClient()).executeQuery(CompiledQuery.raw(sql, [...texts]));
      return this.transformRawResult(result as never, method);
    };
    return this.executeQuery(prepared.query, run as never, { query: prepared.query, ...loggerContext });
  };
}
