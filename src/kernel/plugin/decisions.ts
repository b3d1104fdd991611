import { type Kysely, sql } from 'kysely';

/** What was decided once about a module of a district; never changed, only followed by others. */
export interface ModuleDecision {
  readonly id: string;
  /** The order in which decisions were taken: of those in force, the highest counts. */
  readonly number: number;
  /** Id of the plugin; it may not be installed any more. */
  readonly module: string;
  /** SWITCH: by the district itself. LOCK: by the city, and stronger. */
  readonly kind: 'SWITCH' | 'LOCK';
  /** FREE, of a lock alone: the district decides again. */
  readonly state: 'ON' | 'OFF' | 'FREE';
  /** Business day from which it is in force. */
  readonly since: string;
  readonly reason: string;
  /** The module for whose sake this one was switched as well. */
  readonly becauseOf: string | null;
  readonly decidedAt: Date;
  /** Id of the account, or of the system. */
  readonly decidedBy: string;
}

/** What whoever decides has to say; the rest is written down by itself. */
export type NewDecision = Pick<ModuleDecision, 'module' | 'kind' | 'state' | 'since' | 'reason'> & {
  readonly becauseOf?: string;
};

/** All decisions of the district in whose scope the statement runs, in the order in which they were taken. */
export async function readDecisions(database: Kysely<object>): Promise<ModuleDecision[]> {
  const { rows } = await sql<Omit<ModuleDecision, 'decidedAt'> & { decidedAt: number }>`
    select id, number::int, module, kind, state, since::text, reason, because_of as "becauseOf",
           (extract(epoch from decided_at) * 1000)::float8 as "decidedAt", decided_by as "decidedBy"
    from module_decisions order by number
  `.execute(database);
  return rows.map((row) => ({ ...row, decidedAt: new Date(Math.floor(row.decidedAt)) }));
}
