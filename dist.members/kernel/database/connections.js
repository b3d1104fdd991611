import { createHmac } from 'node:crypto';
export const APP_ROLE = 'lianxin_app';
export const JOBS_ROLE = 'lianxin_jobs';
/**
 * Addresses of all three roles from the owner's alone. The passwords of the other two follow from the owner's, so that
 * every process with the same `DATABASE_URL` agrees without a further secret to keep.
 */
export function databaseUrls(owner, given = {}) {
    return { owner, app: given.app ?? asRole(owner, APP_ROLE), jobs: given.jobs ?? asRole(owner, JOBS_ROLE) };
}
/** The derived password of a role, 43 characters of base64url. */
export function rolePassword(owner, role) {
    return createHmac('sha256', decodeURIComponent(new URL(owner).password))
        .update(`lianxin:${role}`)
        .digest('base64url');
}
function asRole(owner, role) {
    const url = new URL(owner);
    url.username = role;
    url.password = rolePassword(owner, role);
    return url.href;
}
//# sourceMappingURL=connections.js.map