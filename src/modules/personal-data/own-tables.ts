import { sql } from 'kysely';
import { type PersonalDataDefinition, plain } from '../../kernel/index.js';

/** Proof of what was agreed to, shown and asked for stays after an erasure, without words in it about the person. */
export const ownTables: readonly PersonalDataDefinition[] = [
  {
    table: 'consents',
    columns: {
      purpose: plain(sql`purpose`),
      text_version: plain(sql`text_version`),
      given_at: plain(sql`given_at`),
      own: plain(sql`own`),
      ended_at: plain(sql`ended_at`),
      ended_as: plain(sql`ended_as`),
    },
    personColumn: 'member_id',
    harmless: { given_by: 'an account, not the person', ended_by: 'an account, not the person' },
    retention: 'membership',
  },
  {
    table: 'disclosures',
    columns: {
      kind: plain(sql`kind`),
      recipient: plain(sql`recipient`),
      fields: plain(sql`fields`),
      purpose: plain(sql`purpose`),
      reason: plain(''),
      at: plain(sql`at`),
    },
    personColumn: 'member_id',
    harmless: { actor_id: 'an account, not the person' },
    retention: 'membership',
  },
  {
    table: 'erasure_requests',
    columns: {
      status: plain(sql`status`),
      reason: plain(''),
      own: plain(sql`own`),
      requested_at: plain(sql`requested_at`),
      due_on: plain(sql`due_on`),
      decided_at: plain(sql`decided_at`),
    },
    personColumn: 'member_id',
    harmless: { requested_by: 'an account, not the person', decided_by: 'an account, not the person' },
    retention: 'membership',
  },
];
