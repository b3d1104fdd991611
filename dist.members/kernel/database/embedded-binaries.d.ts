/** The unprivileged user PostgreSQL runs as when we are root; PostgreSQL refuses to run as root. */
export interface Account {
    readonly uid: number;
    readonly gid: number;
}
export interface Binaries {
    readonly postgres: string;
    readonly initdb: string;
    readonly pg_ctl: string;
}
/** The built-in database cannot be used here. The message says why, `cure` says what to do instead. */
export declare class EmbeddedDatabaseError extends Error {
    readonly cure: string;
    readonly code = "EMBEDDED_DATABASE_UNAVAILABLE";
    constructor(reason: string, cure?: string);
}
export declare function unsupportedPlatform(): EmbeddedDatabaseError;
/**
 * What our PostgreSQL processes see of the environment: no PG* variable that would redirect them, and none of the
 * application's secrets.
 */
export declare function serverEnvironment(): NodeJS.ProcessEnv;
/** Runs one program to its end; never throws, a failure to start is reported like a failed run. */
export declare function run(program: string, args: readonly string[], options?: {
    readonly account?: Account;
    readonly cwd?: string;
}): Promise<{
    ok: boolean;
    output: string;
}>;
/**
 * Programs that the account can run: those in node_modules when it can, otherwise a private copy below `directory`
 * (node_modules under /root, on a read-only volume with links missing, on a volume mounted noexec).
 */
export declare function findBinaries(directory: string, account: Account | undefined): Promise<Binaries>;
