import type { PoolClient } from 'pg';

/** A statement is prepared when a connection runs it for the third time: what comes once would only fill the server. */
const USES_BEFORE = 2;
/** Statements one connection keeps prepared. The graph's come first, being the most frequent. */
const MOST_PREPARED = 300;
/** Statements whose uses one connection counts at a time. */
const MOST_COUNTED = 1_000;
/** Of a statement prepared before a migration changed its tables. */
const FEATURE_NOT_SUPPORTED = '0A000';

type Query = (text: unknown, values?: unknown, ...rest: unknown[]) => unknown;

/**
 * Lets a connection prepare the statements it runs again and again, so that the server plans them, policies included,
 * once and not each time: on a page of a list planning takes longer than reading. Texts must carry their values as
 * parameters, which those of both query builders do.
 */
export function prepareRepeated(client: PoolClient): void {
  const run = client.query.bind(client) as Query;
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  let made = 0;

  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known || names.size >= MOST_PREPARED) return known;
    const before = uses.get(text) ?? 0;
    if (before < USES_BEFORE) {
      if (uses.size >= MOST_COUNTED) uses.clear();
      uses.set(text, before + 1);
      return undefined;
    }
    uses.delete(text);
    made += 1;
    const name = `repeated_${made}`;
    names.set(text, name);
    return name;
  };

  const query: Query = (text, values, ...rest) => {
    const repeated = typeof text === 'string' && Array.isArray(values) && values.length > 0 && rest.length === 0;
    const name = repeated ? nameOf(text) : undefined;
    if (!name) return run(text, values, ...rest);
    return (run({ name, text, values }) as Promise<unknown>).catch((error: { code?: string }) => {
      // Under another name it is planned anew, on the tables as they are now.
      if (error.code === FEATURE_NOT_SUPPORTED) names.delete(text as string);
      throw error;
    });
  };
  client.query = query as PoolClient['query'];
}
