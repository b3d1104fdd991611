import { sql } from 'kysely';
import { blindIndex, type PersonalDataDefinition, plain, sealed } from '../../kernel/index.js';

/** What the register knows about a person. Gender and employment stay after erasure: figures of past years rest on them. */
export const personalData: readonly PersonalDataDefinition[] = [
  {
    table: 'members',
    columns: {
      name: plain('（已删除）'),
      gender: plain(sql`gender`),
      birth_date: plain(sql`date_trunc('year', birth_date)::date`),
      occupation: plain(''),
      national_id_sealed: sealed('identity', 'Member.nationalId'),
      national_id_index: blindIndex(),
      phone_sealed: sealed('identity', 'Member.phone'),
      phone_index: blindIndex(),
      employment_type: plain(sql`employment_type`),
      joined_via: plain(sql`joined_via`),
      status: plain(sql`status`),
      registered_at: plain(sql`registered_at`),
    },
    personColumn: 'id',
    harmless: {
      batch_id: 'which bulk entry the row came with',
      synthetic: 'whether the demo made the person up',
    },
    retention: 'membership',
  },
  {
    table: 'membership_applications',
    columns: {
      phone_sealed: sealed('identity'),
      occupation: plain(''),
      reason: plain(''),
      via: plain(sql`via`),
      employment_type: plain(sql`employment_type`),
      status: plain(sql`status`),
      applied_at: plain(sql`applied_at`),
      decide_by: plain(sql`decide_by`),
      decided_at: plain(sql`decided_at`),
    },
    personColumn: 'member_id',
    harmless: {
      application_no: 'a random receipt number, known to nobody but the applicant',
      decided_by: 'an account, not the person',
    },
    retention: 'membership',
  },
  {
    table: 'memberships',
    columns: {
      note: plain(''),
      kind: plain(sql`kind`),
      since: plain(sql`since`),
      until: plain(sql`until`),
      reason_ended: plain(sql`reason_ended`),
    },
    personColumn: 'member_id',
    harmless: { batch_id: 'which bulk entry the row came with' },
    retention: 'membership',
  },
];
