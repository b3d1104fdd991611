/** Tells the person at the terminal what is being done; standard output is kept for results. */
export function progress(step) {
    process.stderr.write(`${step}\n`);
}
//# sourceMappingURL=progress.js.map