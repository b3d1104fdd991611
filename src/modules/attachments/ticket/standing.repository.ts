import { sql } from 'kysely';
import type { RequestContext } from '../../../kernel/index.js';
import type { RoleGiven } from '../../access/index.js';

/** An actor of some time ago as the tables know it now. */
export interface ActorNow {
  /** Of an account; `null` for a program that acts by itself. */
  readonly subject: string | null;
  /** What the program may do that they act through or are; `null` when there is none. */
  readonly scopes: readonly string[] | null;
  /** What the account lets that program do in its name; `null` when there is no consent in force, or none is needed. */
  readonly consented: readonly string[] | null;
  /** Whether the program is the federation's own, and needs no consent. */
  readonly firstParty: boolean | null;
  /** Roles that some group of a provider leads to in this district. */
  readonly groupRoles: readonly RoleGiven[];
}

/** `null` when the account is gone, or the program is gone or suspended. */
export async function actorNow(
  ctx: RequestContext,
  principalId: string,
  clientId: string | null,
): Promise<ActorNow | null> {
  const { rows } = await sql<ActorNow>`
    select (select subject from principals where id = ${principalId}) as subject,
           (select to_json(scopes) from api_clients where id = ${clientId}::uuid and status = 'ACTIVE') as scopes,
           (select to_json(permissions) from client_consents
             where client_id = ${clientId}::uuid and principal_id = ${principalId} and withdrawn_at is null
               and (expires_at is null or expires_at > clock_timestamp())) as consented,
           (select first_party from api_clients where id = ${clientId}::uuid) as "firstParty",
           coalesce((
             select json_agg(json_build_object('role', role, 'organizationId', organization_id)) from (
               select distinct role, organization_id from group_roles) as led), '[]') as "groupRoles"
  `.execute(ctx.sql);
  const found = rows[0]!;
  const lost = clientId !== null && found.scopes === null;
  return lost || (found.subject === null && clientId !== principalId) ? null : found;
}
