import {
  kernelErrors,
  lockFor,
  type RequestContext,
  refuse,
  say,
  settingsOf,
  SYSTEM_PRINCIPAL_ID,
} from '../../../kernel/index.js';
import { installedRoles } from '../../access/index.js';
import { errors } from '../errors.js';
import { personalDataSettings } from '../settings.js';
import { insertDisclosures, recentLooks } from './disclosure.repository.js';

/** Data of persons that leaves the federation. */
export interface ThirdPartyDisclosure {
  /** Local id of the person, or of several who are disclosed at once. */
  readonly memberId: string | readonly string[];
  /** Name of the third party, at most 200 characters. */
  readonly recipient: string;
  /** Names of fields as the graph spells them; never values. */
  readonly fields: readonly string[];
  /** What for, 1–200 characters that say nothing about the person: erasure leaves them in the log. */
  readonly purpose: string;
}

/**
 * Logs that data of persons was given to a third party (PIPL art. 23, 55), inside the caller's transaction or in one of
 * its own. Await it before the data goes out. It checks no consent: see {@link assertConsent}; nor does it write the
 * audit of the read, for which there is `recordRead`.
 * Errors: UNAUTHENTICATED without a principal; INVALID_VALUE for a recipient or purpose of the wrong length.
 */
export async function recordDisclosure(ctx: RequestContext, disclosure: ThirdPartyDisclosure): Promise<void> {
  const { memberId, recipient, fields, purpose } = disclosure;
  if (!ctx.principal) throw refuse(kernelErrors.UNAUTHENTICATED);
  for (const [name, text] of Object.entries({ recipient, purpose })) {
    if (text.length >= 1 && text.length <= 200) continue;
    throw refuse(kernelErrors.INVALID_VALUE, { path: [name], details: { reason: '1–200' } });
  }
  const memberIds = typeof memberId === 'string' ? [memberId] : [...new Set(memberId)];
  await ctx.transaction((tx) => insertDisclosures(tx, { kind: 'THIRD_PARTY', memberIds, recipient, fields, purpose }));
}

/** Logs that the caller, as an officer, was shown data of a person; it counts against the limit. */
export async function recordLook(
  tx: RequestContext,
  look: {
    readonly kind: 'UNMASKING' | 'EXPORT';
    readonly permission: string;
    readonly memberId: string;
    readonly fields: readonly string[];
    readonly purpose: string;
    readonly reason: string;
  },
): Promise<void> {
  const { kind, memberId, fields, purpose, reason } = look;
  const recipient = roleBehind(tx, look.permission);
  await insertDisclosures(tx, { kind, memberIds: [memberId], recipient, fields, purpose, reason });
}

/** One look at a time per account, and only while there are some left. Errors: PERSONAL_DATA_LIMIT_REACHED. */
export async function assertLooksLeft(tx: RequestContext): Promise<void> {
  const id = tx.principal!.id;
  if (id === SYSTEM_PRINCIPAL_ID) return;
  await lockFor(tx, `personal-data:looks:${id}`);
  const { unmaskingsPerHour: limit } = await settingsOf(tx, personalDataSettings);
  if ((await recentLooks(tx)) >= limit) throw refuse(errors.PERSONAL_DATA_LIMIT_REACHED, { details: { limit } });
}

/** The role the caller looks with, as the person reads it; the officer's name is in the audit. */
function roleBehind(tx: RequestContext, permission: string): string {
  const role = tx.principal!.grants.find((grant) => grant.permissions.has(permission))?.role ?? '';
  const title = installedRoles(tx.kernel).get(role)?.title;
  return (title && say(title, 'zh-CN')) || role || tx.principal!.name;
}
