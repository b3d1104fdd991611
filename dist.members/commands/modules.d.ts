import type { Command } from 'commander';
/** `lianxin modules list`: what is installed, and what a district has switched on. */
export declare function registerModules(program: Command): void;
