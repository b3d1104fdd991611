import { sql } from 'kysely';
import type { RequestContext } from '../../../kernel/index.js';

/** A person as somebody claims to be: what the register has under the identity number. */
export interface ClaimedPerson {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly phoneIndex: Buffer;
}

/** The person with this identity number; whoever claims to be it has not been believed yet. */
export async function personByNationalId(tx: RequestContext, index: Buffer): Promise<ClaimedPerson | null> {
  const { rows } = await sql<ClaimedPerson>`
    select id, name, status, phone_index as "phoneIndex" from members where national_id_index = ${index}
  `.execute(tx.sql);
  return rows[0] ?? null;
}

/** An invitation that is still good, with the person it is for. */
export interface OpenInvitation extends ClaimedPerson {
  readonly invitationId: string;
}

/** As somebody else has made it: whoever makes codes could otherwise be anybody who has no account yet. */
export async function openInvitation(tx: RequestContext, codeDigest: Buffer): Promise<OpenInvitation | null> {
  const { rows } = await sql<OpenInvitation>`
    select i.id as "invitationId", m.id, m.name, m.status, m.phone_index as "phoneIndex"
    from member_invitations i join members m on m.district_id = i.district_id and m.id = i.member_id
    where i.code_digest = ${codeDigest} and i.used_at is null and i.withdrawn_at is null
      and i.expires_at > ${tx.facts.startedAt} and i.invited_by <> ${tx.principal!.id}
  `.execute(tx.sql);
  return rows[0] ?? null;
}

/** Whether any account, suspended ones included, is bound to the person. */
export async function isHeld(tx: RequestContext, memberId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from principals where member_id = ${memberId} limit 1`.execute(tx.sql);
  return rows.length > 0;
}

/** The account's roles that are not over. */
export async function rolesOfAccount(
  tx: RequestContext,
  accountId: string,
): Promise<readonly { readonly id: string; readonly role: string }[]> {
  const { rows } = await sql<{ id: string; role: string }>`
    select id, role from role_assignments
    where principal_id = ${accountId} and (until is null or until > ${tx.today})
  `.execute(tx.sql);
  return rows;
}

/** What the register calls a person. */
export async function nameOfPerson(tx: RequestContext, memberId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select name from members where id = ${memberId}`.execute(tx.sql);
  return rows[0]?.name;
}
