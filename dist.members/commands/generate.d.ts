import type { Command } from 'commander';
/** `lianxin generate`: writes the files that follow from the code, or with --check says which are stale. */
export declare function registerGenerate(program: Command): void;
