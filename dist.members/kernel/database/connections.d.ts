/** The three identities under which the product talks to its database. */
export interface DatabaseUrls {
    /** Owns the tables; used by migrations and `doctor` only. */
    readonly owner: string;
    /** Owns nothing and bypasses nothing; every request and job reads and writes as this role. */
    readonly app: string;
    /** The job queue and health; sees no tenant table. */
    readonly jobs: string;
}
export declare const APP_ROLE = "lianxin_app";
export declare const JOBS_ROLE = "lianxin_jobs";
/**
 * Addresses of all three roles from the owner's alone. The passwords of the other two follow from the owner's, so that
 * every process with the same `DATABASE_URL` agrees without a further secret to keep.
 */
export declare function databaseUrls(owner: string, given?: {
    readonly app?: string;
    readonly jobs?: string;
}): DatabaseUrls;
/** The derived password of a role, 43 characters of base64url. */
export declare function rolePassword(owner: string, role: string): string;
