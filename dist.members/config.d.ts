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
    /** Demo credentials and demo data are served. Never on by default. */
    readonly demo: boolean;
    /** GraphiQL is served at `/`. */
    readonly explorer: boolean;
    /** Plugins from outside: package names or paths. */
    readonly plugins: readonly string[];
}
/** An environment that cannot be used, with one line per variable. */
export declare class ConfigError extends Error {
    readonly name = "ConfigError";
}
/** Reads and checks the environment; `overrides` are what the command line says. Errors: {@link ConfigError}. */
export declare function readConfig(env?: NodeJS.ProcessEnv, overrides?: Partial<Config>): Config;
