import { describeProblem, Refusal } from '../kernel/errors/refusal.js';

/** Throws a refusal again so that each problem says its code, what is at fault and what to do about it, a line each. */
export function explained(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  const lines = error.problems.map((problem) => {
    // The operator wrote no `input`: what follows is what the command line calls it.
    const at = problem.path.filter((step) => step !== 'input' && step !== 'values').join('.');
    const { code, message } = describeProblem(problem, 'en');
    return `${code}: ${at && `${at}: `}${message.replace(/[^.!?]$/, '$&.')} ${problem.error.cure.en}`;
  });
  throw new Error(lines.join('\n'));
}
