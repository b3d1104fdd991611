import { buildSchema, findBreakingChanges } from 'graphql';
/** What a caller of the released graph would lose, one line each; empty = everything released still works. */
export function breakingChanges(releasedSdl, currentSdl) {
    const changes = findBreakingChanges(buildSchema(releasedSdl), buildSchema(currentSdl));
    return changes.map(({ description }) => description);
}
//# sourceMappingURL=breaking-changes.js.map