export { EmbeddedDatabaseError, unsupportedPlatform } from './embedded-binaries.js';
export interface EmbeddedOptions {
    /** The data home; the server's files go to `postgres` in it. See choosePlace for what happens as root. */
    readonly home: string;
    /** For tests: commits of the last moments may be lost when the server is killed, everything when the machine fails. */
    readonly ephemeral?: boolean;
    /** Counts for a server started by this call, not for one that runs already. */
    readonly maxConnections?: number;
    /** One short sentence per step that takes time or that the operator has to know. */
    readonly onProgress?: (step: string) => void;
}
export interface EmbeddedServer {
    /** Superuser connection to the database `lianxin`, with the password. */
    readonly url: string;
    readonly port: number;
    /** False when a running server was found: of another process, or left over by one that was killed. */
    readonly startedHere: boolean;
    /** Where the files really are: `home/postgres`, or the folder that choosePlace fell back to. */
    readonly directory: string;
    /**
     * This user of the server is done. The last one shuts it down and waits for the end, whoever started it: otherwise a
     * short command would take the database away from a long one, and a server left over by a kill would never end.
     */
    stop(): Promise<void>;
}
/**
 * A PostgreSQL server of our own on the data home: started, or found running and shared. Works as root and as an
 * ordinary user, on a home whose last process or server was killed, and from several processes at once.
 *
 * @throws EmbeddedDatabaseError with a cure
 */
export declare function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer>;
