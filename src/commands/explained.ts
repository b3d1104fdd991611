import { describeProblem, Refusal } from '../kernel/errors/refusal.js';

/** Throws a refusal again so that it says its code; the operator reads what to do about it. */
export function explained(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  const [problem] = error.problems;
  throw new Error(`${problem.error.code}: ${describeProblem(problem, 'en').message} ${problem.error.cure.en}`);
}
