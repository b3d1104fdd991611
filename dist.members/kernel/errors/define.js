/** Declares the closed list of error codes of one owner; the keys are the codes. */
export function defineErrors(errors) {
    const entries = Object.entries(errors).map(([code, error]) => [
        code,
        Object.freeze({ code, retryable: false, httpStatus: 400, ...error }),
    ]);
    return Object.freeze(Object.fromEntries(entries));
}
//# sourceMappingURL=define.js.map