/** What a caller of the released graph would lose, one line each; empty = everything released still works. */
export declare function breakingChanges(releasedSdl: string, currentSdl: string): string[];
