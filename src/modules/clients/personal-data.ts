import { sql } from 'kysely';
import { type PersonalDataDefinition, plain } from '../../kernel/index.js';

/** Which programs a person has let act in one's name. Erasure withdraws what still stands; the trace stays, nobody's. */
export const personalData: readonly PersonalDataDefinition[] = [
  {
    table: 'client_consents',
    columns: {
      permissions: plain(sql`permissions`),
      since: plain(sql`since`),
      expires_at: plain(sql`expires_at`),
      withdrawn_at: plain(sql`coalesce(withdrawn_at, now())`),
    },
    personColumn: 'principal_id',
    through: 'principals',
    retention: 'account',
    endedColumn: 'withdrawn_at',
  },
];
