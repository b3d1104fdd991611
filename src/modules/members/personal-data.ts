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
    },
    personColumn: 'id',
    retention: 'membership',
  },
  {
    table: 'membership_applications',
    columns: { phone_sealed: sealed('identity'), occupation: plain(''), reason: plain('') },
    personColumn: 'member_id',
    retention: 'membership',
  },
  { table: 'memberships', columns: { note: plain('') }, personColumn: 'member_id', retention: 'membership' },
];
