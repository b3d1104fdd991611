/**
 * Names a live process so that a later process with the same number is not taken for it: in a restarted container the
 * same small numbers come back every time. `undefined` when the process is gone (a zombie is gone).
 */
export declare function markOf(pid: number): string | undefined;
/** Runs the action while no other process of this machine (and no other call in this process) holds the same file. */
export declare function withLock<T>(file: string, action: () => Promise<T>, onWait: () => void): Promise<T>;
/** Notes that this process uses the server; the returned function takes the note back and tells whether others remain. */
export declare function registerUser(folder: string): Promise<() => Promise<{
    othersRemain: boolean;
}>>;
