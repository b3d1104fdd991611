import type { Command } from 'commander';
/** `lianxin worker`: jobs only, beside processes that serve with LIANXIN_WORKER_CONCURRENCY=0. */
export declare function registerWorker(program: Command): void;
