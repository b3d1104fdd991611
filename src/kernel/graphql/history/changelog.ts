import type { GraphChange } from './changes.js';
import { graphChanges } from './changes.js';
import { graphElements } from './graph-elements.js';
import { type Owners, ownerIn } from './owners.js';

/** A change with the plugin to which it belongs; `null` when nothing on record says whose it was. */
export interface RecordedChange extends GraphChange {
  readonly plugin: string | null;
}

/** What one commit changed in the graph. */
export interface ChangelogEntry {
  /** Its full hash; `null` for what was not committed when the changelog was written. */
  readonly commit: string | null;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly changes: readonly RecordedChange[];
}

/** The content of `schema.changelog.json`. */
export interface Changelog {
  readonly format: 1;
  /** Newest first: when each change came into the graph. */
  readonly history: readonly ChangelogEntry[];
  /** What in the graph nobody is promised yet: the difference to what was released. */
  readonly unreleased: readonly RecordedChange[];
}

/** The graph as it stood at one time. */
export interface SchemaVersion {
  readonly commit: string | null;
  readonly at: string;
  readonly sdl: string;
  /** Owners as far as they were on record then: of what had been released. */
  readonly owners: Owners;
}

/** Changes with their plugins: what is gone belongs to whom it belonged before, everything else to whom it belongs now. */
export function recorded(changes: readonly GraphChange[], before: Owners, after: Owners): RecordedChange[] {
  return changes.map(({ kind, severity, coordinate, ...rest }) => {
    const plugin = ownerIn(kind.endsWith('_REMOVED') ? before : after, coordinate) ?? null;
    return { kind, severity, coordinate, plugin, ...rest };
  });
}

/** The history of a graph from its versions, oldest first. What has changed hands is the last owner's throughout. */
export function historyOf(versions: readonly SchemaVersion[]): ChangelogEntry[] {
  const owners: Owners = Object.assign({}, ...versions.map((version) => version.owners));
  let before = graphElements('');
  const entries: ChangelogEntry[] = [];
  for (const version of versions) {
    const after = graphElements(version.sdl);
    const changes = recorded(graphChanges(before, after), owners, owners);
    if (changes.length > 0) entries.unshift({ commit: version.commit, at: version.at, changes });
    before = after;
  }
  return entries;
}

/** The file's text: JSON with one change a line, so that two versions differ only where the graphs do. */
export function printChangelog({ format, history, unreleased }: Changelog): string {
  const entries = history.map(
    ({ commit, at, changes }) =>
      `    { "commit": ${JSON.stringify(commit)}, "at": ${JSON.stringify(at)}, "changes": [${lines(changes, 6)}] }`,
  );
  const list = entries.length > 0 ? `\n${entries.join(',\n')}\n  ` : '';
  return `{\n  "format": ${format},\n  "history": [${list}],\n  "unreleased": [${lines(unreleased, 4)}]\n}\n`;
}

function lines(changes: readonly RecordedChange[], indent: number): string {
  if (changes.length === 0) return '';
  const space = ' '.repeat(indent);
  const printed = changes.map((change) => `${space}${JSON.stringify(change)}`);
  return `\n${printed.join(',\n')}\n${' '.repeat(indent - 2)}`;
}

/** Reads the text of the file; an empty changelog for an empty one. Throws for a format that is not known. */
export function readChangelog(text: string): Changelog {
  if (text === '') return { format: 1, history: [], unreleased: [] };
  const changelog = JSON.parse(text) as Changelog;
  if (changelog.format !== 1) throw new Error(`schema.changelog.json has format ${changelog.format}, known is 1`);
  return changelog;
}
