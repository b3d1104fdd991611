import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Everything the environment decides. This file is its only reader. */
export interface Config {
  /** Folder of this installation: keys, embedded database. */
  readonly home: string;
  readonly host: string;
  readonly port: number;
  /** The owner's address; `undefined` = the embedded server. */
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly databaseJobsUrl: string | undefined;
  /** Connections of one process for requests and jobs. */
  readonly poolSize: number;
  /** Jobs worked on at once by one process; 0 = none, the queue is left to `lianxin worker`. */
  readonly workerConcurrency: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Folder of the anchors of the audit; better on other storage, to which this machine can only append. */
  readonly anchors: string;
  /** Folder of log files, one a day; `undefined` = standard error alone. */
  readonly logFolder: string | undefined;
  /** What keeps the log instead, in the operator's words; `undefined` = nothing that we know of. */
  readonly logKeeper: string | undefined;
  /** How long a process that is asked to end still takes requests while it says that it is not ready. */
  readonly drainMs: number;
  /** Addresses and networks of proxies whose X-Forwarded-For is believed. None by default. */
  readonly trustedProxies: readonly string[];
  /** Demo credentials and demo data are served. Never on by default. */
  readonly demo: boolean;
  /** Where contents of files are kept: a folder, or `s3://bucket/prefix?endpoint=…&region=…` with the file of its key. */
  readonly attachments: { readonly location: string; readonly keyFile: string | undefined };
  /** Module whose default export wraps the keys of districts; `undefined` = the key ring in a file of `home`. */
  readonly keyService: string | undefined;
  /** File with the OpenID Connect providers that people sign in with; `undefined` = none. */
  readonly oidcProviders: string | undefined;
  /** GraphiQL is served at `/`. */
  readonly explorer: boolean;
  /** Plugins from outside: package names or paths. */
  readonly plugins: readonly string[];
  /** Folder in which the command was given: npm scripts change to that of the package. */
  readonly calledFrom: string;
}

/** An environment that cannot be used, with one line per variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('')
  .transform((value) => value === '1' || value === 'true');
const databaseAddress = z.url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://user:password@host/database' });

/** Addresses and CIDR networks separated by commas. */
const networks = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((network) => network.trim())
      .filter(Boolean),
  )
  .pipe(
    z.array(
      z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
        error: 'must be addresses or networks such as 10.0.0.0/8, separated by commas',
      }),
    ),
  );

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
  LIANXIN_LOG_FOLDER: z.string().optional(),
  LIANXIN_LOG_KEEPER: z.string().optional(),
  LIANXIN_ANCHORS: z.string().optional(),
  LIANXIN_DRAIN_SECONDS: z.coerce.number().min(0).max(15).default(0),
  LIANXIN_TRUSTED_PROXIES: networks,
  LIANXIN_DEMO: flag,
  LIANXIN_EXPLORER: flag,
  LIANXIN_PLUGINS: z.string().default(''),
  LIANXIN_KEY_SERVICE: z.string().optional(),
  LIANXIN_OIDC_PROVIDERS: z.string().optional(),
  LIANXIN_ATTACHMENTS: z.string().optional(),
  LIANXIN_ATTACHMENTS_KEY_FILE: z.string().optional(),
  NODE_ENV: z.string().default('development'),
  INIT_CWD: z.string().optional(),
});

/** Reads and checks the environment; `overrides` are what the command line says. Errors: {@link ConfigError}. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, overrides: Partial<Config> = {}): Config {
  const read = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigError(`The environment cannot be used:\n${lines.join('\n')}`);
  }
  const values = read.data;
  const demo = overrides.demo ?? values.LIANXIN_DEMO;
  if (demo && values.NODE_ENV === 'production') {
    throw new ConfigError('The demo accepts tokens that anybody can make; it does not run with NODE_ENV=production.');
  }
  const home = overrides.home ?? resolve(values.LIANXIN_HOME);
  return Object.freeze({
    home,
    anchors: resolve(values.LIANXIN_ANCHORS ?? join(home, 'anchors')),
    logFolder: values.LIANXIN_LOG_FOLDER && resolve(values.LIANXIN_LOG_FOLDER),
    logKeeper: values.LIANXIN_LOG_KEEPER,
    host: values.HOST,
    port: values.PORT,
    databaseUrl: values.DATABASE_URL,
    databaseAppUrl: values.DATABASE_APP_URL,
    databaseJobsUrl: values.DATABASE_JOBS_URL,
    poolSize: values.LIANXIN_POOL_SIZE,
    workerConcurrency: values.LIANXIN_WORKER_CONCURRENCY,
    trustedProxies: values.LIANXIN_TRUSTED_PROXIES,
    drainMs: values.LIANXIN_DRAIN_SECONDS * 1_000,
    // In the demo a person looks at the terminal; one line per request would bury the line that says ready.
    logLevel: values.LIANXIN_LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    attachments: {
      location: locationOf(values.LIANXIN_ATTACHMENTS ?? `${overrides.home ?? values.LIANXIN_HOME}/attachments`),
      keyFile: values.LIANXIN_ATTACHMENTS_KEY_FILE,
    },
    keyService: values.LIANXIN_KEY_SERVICE,
    oidcProviders: values.LIANXIN_OIDC_PROVIDERS && resolve(values.LIANXIN_OIDC_PROVIDERS),
    explorer: demo || values.LIANXIN_EXPLORER || values.NODE_ENV === 'development',
    plugins: values.LIANXIN_PLUGINS.split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    calledFrom: values.INIT_CWD ?? process.cwd(),
    ...overrides,
    demo,
  });
}

function locationOf(attachments: string): string {
  return attachments.startsWith('s3://') ? attachments : resolve(attachments);
}
