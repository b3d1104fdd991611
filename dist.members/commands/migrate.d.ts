import type { Command } from 'commander';
/** `lianxin migrate`: roles, job queue and all migrations of what is installed. */
export declare function registerMigrate(program: Command): void;
