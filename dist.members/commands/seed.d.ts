import { type Command } from 'commander';
/** `lianxin seed`: fills demo districts that are still empty with made-up people in the reported proportions. */
export declare function registerSeed(program: Command): void;
