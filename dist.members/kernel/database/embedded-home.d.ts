import { type Account } from './embedded-binaries.js';
/** Where the server's files are and who runs it. `account` is undefined when it runs as ourselves. */
export interface Place {
    readonly directory: string;
    readonly account: Account | undefined;
}
/**
 * Normally `home/postgres`. As root, when the unprivileged account cannot get there (home under /root), a folder
 * derived from the path of home, in this order:
 *
 * 1. /var/lib: survives reboots; where it is not writable
 * 2. /var/tmp: survives reboots, but some systems remove what was not touched for 30 days
 * 3. the temporary folder: may be emptied at a reboot; the first choice only for ephemeral servers.
 *
 * `home/postgres/location` then names the folder, so that later starts find it whatever TMPDIR and the modes say then.
 */
export declare function choosePlace(home: string, ephemeral: boolean, onProgress: (step: string) => void): Promise<Place>;
/** The superuser's password, made once before the cluster it protects, so that no kill can separate the two. */
export declare function readOrCreatePassword(directory: string, clusterExists: boolean): Promise<string>;
