import { resolve } from 'node:path';
import { z } from 'zod';
/** An environment that cannot be used, with one line per variable. */
export class ConfigError extends Error {
    constructor() {
        super(...arguments);
        this.name = 'ConfigError';
    }
}
const flag = z
    .enum(['0', '1', 'true', 'false', ''])
    .default('')
    .transform((value) => value === '1' || value === 'true');
const databaseAddress = z.url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://user:password@host/database' });
const environment = z.object({
    LIANXIN_HOME: z.string().min(1).default('.lianxin'),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
    DATABASE_URL: databaseAddress.optional(),
    DATABASE_APP_URL: databaseAddress.optional(),
    DATABASE_JOBS_URL: databaseAddress.optional(),
    LIANXIN_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
    LIANXIN_WORKER_CONCURRENCY: z.coerce.number().int().min(0).max(100).default(4),
    LIANXIN_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
    LIANXIN_DEMO: flag,
    LIANXIN_EXPLORER: flag,
    LIANXIN_PLUGINS: z.string().default(''),
    NODE_ENV: z.string().default('development'),
});
/** Reads and checks the environment; `overrides` are what the command line says. Errors: {@link ConfigError}. */
export function readConfig(env = process.env, overrides = {}) {
    const read = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
    if (!read.success) {
        const lines = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
        throw new ConfigError(`The environment cannot be used:\n${lines.join('\n')}`);
    }
    const values = read.data;
    const demo = overrides.demo ?? values.LIANXIN_DEMO;
    return Object.freeze({
        home: resolve(values.LIANXIN_HOME),
        host: values.HOST,
        port: values.PORT,
        databaseUrl: values.DATABASE_URL,
        databaseAppUrl: values.DATABASE_APP_URL,
        databaseJobsUrl: values.DATABASE_JOBS_URL,
        poolSize: values.LIANXIN_POOL_SIZE,
        workerConcurrency: values.LIANXIN_WORKER_CONCURRENCY,
        // In the demo a person looks at the terminal; one line per request would bury the line that says ready.
        logLevel: values.LIANXIN_LOG_LEVEL ?? (demo ? 'warn' : 'info'),
        explorer: demo || values.LIANXIN_EXPLORER || values.NODE_ENV === 'development',
        plugins: values.LIANXIN_PLUGINS.split(',')
            .map((name) => name.trim())
            .filter(Boolean),
        ...overrides,
        demo,
    });
}
//# sourceMappingURL=config.js.map