import { sql } from 'kysely';
import type { RequestContext } from '../../../kernel/index.js';
import { MemberEntity } from '../member/member.entity.js';
import { MembershipEntity } from '../membership/membership.entity.js';

/** What all rows of one enrolment share. */
export interface Batch {
  readonly id: string;
  readonly organizationId: string;
  readonly via: string;
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
  readonly since: string;
}

/** Which of these blind indexes the register has already, in hexadecimal. */
export async function knownIdentities(tx: RequestContext, indexes: readonly Buffer[]): Promise<Set<string>> {
  const { rows } = await sql<{ index: string }>`
    select encode(national_id_index, 'hex') as index from members where national_id_index = any(${indexes}::bytea[])
  `.execute(tx.sql);
  return new Set(rows.map(({ index }) => index));
}

/** Inserts persons with their primary memberships: two statements however many they are. */
export async function insertEnrolled(tx: RequestContext, batch: Batch, rows: readonly EnrolledRow[]): Promise<void> {
  const source = JSON.stringify(rows);
  await sql`
    insert into ${sql.table(MemberEntity.meta.tableName)} (
      id, organization_id, keeper_organization_id, name, gender, birth_date, national_id_sealed, national_id_index,
      phone_sealed, phone_index, employment_type, occupation, joined_via, status, registered_at, synthetic, batch_id)
    select id, ${batch.organizationId}, ${batch.organizationId}, name, gender, birth_date,
      decode(national_id_sealed, 'hex'), decode(national_id_index, 'hex'), decode(phone_sealed, 'hex'),
      decode(phone_index, 'hex'), employment_type, occupation, ${batch.via}, 'ACTIVE', ${tx.facts.startedAt},
      ${batch.synthetic}, ${batch.id}
    from json_to_recordset(${source}::json) as person(
      id uuid, name text, gender text, birth_date date, national_id_sealed text, national_id_index text,
      phone_sealed text, phone_index text, employment_type text, occupation text)
  `.execute(tx.sql);
  const stretches = JSON.stringify(rows.map(({ id, membership_id, since }) => ({ id, membership_id, since })));
  await sql`
    insert into ${sql.table(MembershipEntity.meta.tableName)} (id, member_id, organization_id, kind, since, batch_id)
    select membership_id, id, ${batch.organizationId}, 'PRIMARY', since, ${batch.id}
    from json_to_recordset(${stretches}::json) as person(id uuid, membership_id uuid, since date)
  `.execute(tx.sql);
}
