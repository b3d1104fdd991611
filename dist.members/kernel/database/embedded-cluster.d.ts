import { type ChildProcess } from 'node:child_process';
import { type Binaries } from './embedded-binaries.js';
import type { Place } from './embedded-home.js';
export declare const SUPERUSER = "postgres";
export interface RunningServer {
    readonly pid: number;
    readonly port: number;
    readonly ready: boolean;
}
export declare function dataFolder(place: Place): string;
export declare function isInitialised(place: Place): Promise<boolean>;
/**
 * Creates the cluster in a folder of another name and renames it when it is complete, so `data` is a whole cluster or
 * absent. A `data` that is neither (restored by halves, say) is kept under another name, never deleted.
 */
export declare function initialise(place: Place, binaries: Binaries, password: string, sync: boolean): Promise<void>;
/**
 * The server that runs on this data folder, if any. After a SIGKILL, and more so after the restart of a container,
 * postmaster.pid may name a process that is something else by now: PostgreSQL would refuse to start, so such a file is
 * removed. A file whose process is gone is left to PostgreSQL, which removes it only after checking that no orphaned
 * backend still uses the shared memory named in it.
 */
export declare function runningServer(place: Place): Promise<RunningServer | undefined>;
/**
 * Starts the server apart from our terminal and our lifetime: Ctrl-C must reach Node alone, which drains its requests
 * before it stops the database. Errors of statements are answered to the client and stay out of the log, because their
 * details hold personal data.
 */
export declare function launch(place: Place, binaries: Binaries, options: {
    readonly ephemeral: boolean;
    readonly maxConnections: number;
}): Promise<ChildProcess>;
/** The log grows for one run only; that of the run before stays for whoever has to explain a crash. */
export declare function turnLog(place: Place): Promise<void>;
/** The end of the log, which says why a server ended. */
export declare function endOfLog(place: Place): Promise<string>;
/** Fast shutdown: open transactions are rolled back, everything committed is written, and the process is gone after it. */
export declare function shutDown(place: Place, binaries: () => Promise<Binaries>): Promise<void>;
