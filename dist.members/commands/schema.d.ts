import type { Command } from 'commander';
/** `lianxin schema …`: print the graph, release it, compare it with what was released. */
export declare function registerSchema(program: Command): void;
