import type { Command } from 'commander';
/** `lianxin doctor`: versions, configuration, database, role, row-level security, migrations; exit 1 on a problem. */
export declare function registerDoctor(program: Command): void;
