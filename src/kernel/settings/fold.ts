/** Values of settings by their names, as they stand in JSON. */
export type SettingValues = Readonly<Record<string, unknown>>;

/** A change of settings: what it changes, and from which day on. Days are `YYYY-MM-DD`. */
export interface DatedChange {
  readonly since: string;
  readonly changes: SettingValues;
}

/**
 * The values in force on a day, of changes in the order in which they were decided: for each setting the last word of
 * those that have begun. A change from a day on so replaces what was planned earlier for later days; a plan made later
 * stands.
 */
export function inForceOn(changes: readonly DatedChange[], day: string): SettingValues {
  return Object.fromEntries(
    changes.filter(({ since }) => since <= day).flatMap(({ changes: changed }) => Object.entries(changed)),
  );
}

/** The day itself and every later one on which a change begins, in order. */
export function daysFrom(changes: readonly DatedChange[], day: string): string[] {
  const later = changes.map(({ since }) => since).filter((since) => since > day);
  return [day, ...[...new Set(later)].sort()];
}
