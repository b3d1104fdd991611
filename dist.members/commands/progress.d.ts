/** Tells the person at the terminal what is being done; standard output is kept for results. */
export declare function progress(step: string): void;
