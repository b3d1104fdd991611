import { say } from '../bilingual.js';
/** An expected refusal. In a mutation it becomes `userErrors`, elsewhere a GraphQL error with the same code. */
export class Refusal extends Error {
    constructor(problems) {
        super(problems.map((problem) => problem.error.code).join(', '));
        this.problems = problems;
        this.name = 'Refusal';
    }
}
/** The refusal for one problem: `throw refuse(errors.ORGANIZATION_CYCLE, { path: ['input', 'parentId'] })`. */
export function refuse(error, at = {}) {
    return new Refusal([{ error, path: at.path ?? [], details: at.details ?? {} }]);
}
/** Collects problems so that all of them are reported at once. */
export class Problems {
    #found = [];
    add(error, path, details = {}) {
        this.#found.push({ error, path, details });
    }
    /** Throws one refusal with every problem found so far; returns when there is none. */
    throwIfAny() {
        const [first, ...rest] = this.#found;
        if (first)
            throw new Refusal([first, ...rest]);
    }
}
/** A problem in the caller's language, with the values of `details` filled into the message. */
export function describeProblem(problem, locale) {
    const message = say(problem.error.message, locale).replace(/\{(\w+)\}/g, (hole, name) => name in problem.details ? String(problem.details[name]) : hole);
    const details = Object.keys(problem.details).length > 0 ? problem.details : null;
    return { code: problem.error.code, message, path: problem.path, retryable: problem.error.retryable, details };
}
//# sourceMappingURL=refusal.js.map