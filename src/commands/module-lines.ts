import type { ModuleDecision } from '../kernel/index.js';
import type { Along, Impact, Module } from '../modules/switches/index.js';

/** What an operator reads about modules: a line each, codes and days, no names of people but those who decided. */
export function moduleLine({ id, on, state, since, planned }: Module): string {
  const plans = planned.map((plan) => `${plan.kind} ${plan.state} from ${plan.since}`).join(', ');
  return [id.padEnd(20), on ? 'on ' : 'off', state.padEnd(15), since ?? '-'.padEnd(10), plans].join(' ').trimEnd();
}

export function alongLine({ id, on, since }: Along): string {
  return `  also ${id}: ${on ? 'on' : 'off'} from ${since} on`;
}

export function historyLine(decision: ModuleDecision, decidedBy: string): string {
  const { decidedAt, kind, state, since, reason, becauseOf } = decision;
  const because = becauseOf ? ` (because of ${becauseOf})` : '';
  return `${decidedAt.toISOString()} ${kind.padEnd(6)} ${state.padEnd(4)} from ${since} ${decidedBy}: ${reason}${because}`;
}

export function impactLines(impact: Impact): string[] {
  const { moduleId, on, dependents, operations, openCases, jobs, personalData, confirmation } = impact;
  if (confirmation === null) return [`nothing hangs on ${moduleId}`];
  return [
    `what hangs on ${moduleId} on ${on}:`,
    ...dependents.map(({ id, ...one }) => `  module ${id}, ${one.on ? 'on' : `planned from ${one.since}`}`),
    ...operations.map(
      ({ module, operation, clientId, uses, lastUsedAt }) =>
        `  operation ${operation} of ${clientId ?? 'nobody registered'} used ${module} ${uses} times, last ${lastUsedAt.toISOString()}`,
    ),
    ...openCases.map(({ kind, count }) => `  cases ${kind}: ${count}`),
    ...jobs.map(({ task, count, nextRunAt }) => `  jobs ${task}: ${count}, ${nextRunAt?.toISOString() ?? 'put aside'}`),
    ...personalData.map(
      ({ table, rows, persons, retention }) =>
        `  personal data stay in ${table}: ${rows} rows of ${persons} people (${retention})`,
    ),
    `confirm with: --confirm ${confirmation}`,
  ];
}
