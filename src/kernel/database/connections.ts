import { createHmac } from 'node:crypto';

/** The three identities under which the product talks to its database. */
export interface DatabaseUrls {
  /** Owns the tables; used by migrations and `doctor` only. */
  readonly owner: string;
  /** Owns nothing and bypasses nothing; every request and job reads and writes as this role. */
  readonly app: string;
  /** The job queue and health; sees no tenant table. */
  readonly jobs: string;
}

export const APP_ROLE = 'lianxin_app';
export const JOBS_ROLE = 'lianxin_jobs';

/**
 * Addresses of all three roles from the owner's alone. The passwords of the other two follow from the owner's, so that
 * every process with the same `DATABASE_URL` agrees without a further secret to keep.
 */
export function databaseUrls(
  owner: string,
  given: { readonly app?: string; readonly jobs?: string } = {},
): DatabaseUrls {
  return { owner, app: given.app ?? asRole(owner, APP_ROLE), jobs: given.jobs ?? asRole(owner, JOBS_ROLE) };
}

/** The derived password of a role, 43 characters of base64url. Without a secret to derive it from, anybody could. */
function rolePassword(owner: string, role: string): string {
  const secret = decodeURIComponent(new URL(owner).password);
  if (!secret) {
    throw new Error(
      'DATABASE_URL holds no password; put one in, or give DATABASE_APP_URL and DATABASE_JOBS_URL with theirs.',
    );
  }
  return createHmac('sha256', secret).update(`lianxin:${role}`).digest('base64url');
}

function asRole(owner: string, role: string): string {
  const url = new URL(owner);
  url.username = role;
  url.password = rolePassword(owner, role);
  return url.href;
}
