import type { Command } from 'commander';
/** `lianxin serve [--demo]`: database, migrations, demo when asked, HTTP and jobs in one process. */
export declare function registerServe(program: Command): void;
