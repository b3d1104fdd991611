/** A decision of one hub about one module. */
export interface StandAsideDecision {
  readonly id: string;
  readonly organizationId: string;
  readonly state: 'ASIDE' | 'TAKES_PART';
  readonly since: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly decidedAt: number;
}

/** A time in which a hub stands aside, half-open; the decision is the one it begins with. */
export interface StandAsidePeriod extends StandAsideDecision {
  readonly until: string | null;
}

/** The decision that counts on a day: the last word of those in force. `decisions` are those of one hub and module, oldest first. */
export function lastWord(decisions: readonly StandAsideDecision[], day: string): StandAsideDecision | undefined {
  return decisions.findLast(({ since }) => since <= day);
}

/** Whether the hub is in that state on the day, with nothing else planned afterwards. */
export function remains(
  decisions: readonly StandAsideDecision[],
  state: StandAsideDecision['state'],
  day: string,
): boolean {
  const later = decisions.map(({ since }) => since).filter((since) => since > day);
  return [day, ...later].every((each) => (lastWord(decisions, each)?.state ?? 'TAKES_PART') === state);
}

/** The times of standing aside that are not over on a day, in order: the one it is in, and those planned. */
export function periodsFrom(decisions: readonly StandAsideDecision[], today: string): StandAsidePeriod[] {
  const days = [...new Set(decisions.map(({ since }) => since))].sort();
  const periods: StandAsidePeriod[] = [];
  for (const day of days) {
    const word = lastWord(decisions, day)!;
    const open = periods.at(-1)?.until === null ? periods.at(-1) : undefined;
    if (word.state === 'ASIDE' && !open) periods.push({ ...word, until: null });
    else if (word.state === 'TAKES_PART' && open) periods[periods.length - 1] = { ...open, until: day };
  }
  return periods.filter(({ until }) => until === null || until > today);
}
