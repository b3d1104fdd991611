import { sql } from 'kysely';
import type { CalendarDay, RequestContext } from '../../../kernel/index.js';
import { MemberEntity } from '../member/member.entity.js';
import { MembershipEntity } from '../membership/membership.entity.js';

/** What all rows of one enrolment share. */
export interface Batch {
  readonly id: string;
  readonly organizationId: string;
  readonly synthetic: boolean;
}

/** One person ready to be inserted; sealed values in hexadecimal, names as the statement reads them. */
export interface EnrolledRow {
  readonly id: string;
  readonly membership_id: string;
  readonly name: string;
  readonly gender: string;
  readonly birth_date: string;
  readonly national_id_sealed: string;
  readonly national_id_index: string;
  readonly phone_sealed: string;
  readonly phone_index: string;
  readonly employment_type: string;
  readonly occupation: string;
  readonly joined_via: string;
  readonly since: CalendarDay;
}

/**
 * Which of these blind indexes the register has already, in hexadecimal. One look-up each: with fresh tables the
 * planner would rather read the whole district than search a list.
 */
export async function knownIdentities(tx: RequestContext, indexes: readonly Buffer[]): Promise<Set<string>> {
  const { rows } = await sql<{ index: string }>`
    select encode(known.national_id_index, 'hex') as index
    from unnest(${indexes}::bytea[]) as wanted(index)
    cross join lateral (
      select national_id_index from members where national_id_index = wanted.index limit 1
    ) as known
  `.execute(tx.sql);
  return new Set(rows.map(({ index }) => index));
}

/**
 * Inserts persons with their primary memberships: the same few statements however many they are.
 *
 * The session keeps its plans of foreign-key checks. One made while the tables were small may use any index that
 * begins with the district, and would walk the whole district for every row from then on (measured: ten times
 * slower at 39,000 people). So they are made anew for each set.
 */
export async function insertEnrolled(tx: RequestContext, batch: Batch, rows: readonly EnrolledRow[]): Promise<void> {
  await sql`discard plans`.execute(tx.sql);
  const source = JSON.stringify(rows);
  await sql`
    insert into ${sql.table(MemberEntity.meta.tableName)} (
      id, organization_id, keeper_organization_id, name, gender, birth_date, national_id_sealed, national_id_index,
      phone_sealed, phone_index, employment_type, occupation, joined_via, status, registered_at, synthetic, batch_id)
    select id, ${batch.organizationId}, ${batch.organizationId}, name, gender, birth_date,
      decode(national_id_sealed, 'hex'), decode(national_id_index, 'hex'), decode(phone_sealed, 'hex'),
      decode(phone_index, 'hex'), employment_type, occupation, joined_via, 'ACTIVE', ${tx.facts.startedAt},
      ${batch.synthetic}, ${batch.id}
    from json_to_recordset(${source}::json) as person(
      id uuid, name text, gender text, birth_date date, national_id_sealed text, national_id_index text,
      phone_sealed text, phone_index text, employment_type text, occupation text, joined_via text)
  `.execute(tx.sql);
  const stretches = JSON.stringify(rows.map(({ id, membership_id, since }) => ({ id, membership_id, since })));
  await sql`
    insert into ${sql.table(MembershipEntity.meta.tableName)} (id, member_id, organization_id, kind, since, batch_id)
    select membership_id, id, ${batch.organizationId}, 'PRIMARY', since, ${batch.id}
    from json_to_recordset(${stretches}::json) as person(id uuid, membership_id uuid, since date)
  `.execute(tx.sql);
}
