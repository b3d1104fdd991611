import { sql } from 'kysely';
import { type PersonalDataDefinition, plain } from '../../kernel/index.js';

/** When and how a person was bound to an account stays on record; from where somebody tried goes. */
export const personalData: readonly PersonalDataDefinition[] = [
  {
    table: 'person_bindings',
    columns: {
      means: plain(sql`means`),
      bound_at: plain(sql`bound_at`),
      ended_at: plain(sql`ended_at`),
      reason: plain(''),
    },
    personColumn: 'member_id',
    harmless: { ended_by: 'an account, not the person' },
    retention: 'account',
    endedColumn: 'ended_at',
  },
  {
    table: 'member_invitations',
    columns: {
      created_at: plain(sql`created_at`),
      expires_at: plain(sql`expires_at`),
      used_at: plain(sql`used_at`),
      withdrawn_at: plain(sql`withdrawn_at`),
    },
    personColumn: 'member_id',
    harmless: { code_digest: 'digest of a random code', invited_by: 'an account, not the person' },
    retention: 'account',
    endedColumn: 'expires_at',
    // An open code must not lead to a person who is gone.
    onErasure: 'delete',
  },
  {
    table: 'binding_attempts',
    columns: { address_digest: plain(), at: plain(sql`at`) },
    personColumn: 'principal_id',
    through: 'principals',
    retention: 'account',
    endedColumn: 'at',
    onErasure: 'delete',
  },
];
