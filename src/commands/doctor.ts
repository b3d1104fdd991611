import type { Command } from 'commander';
import pg from 'pg';
import { installedRegistry, openDatabase } from '../app.js';
import { type Config, readConfig } from '../config.js';
import type { DatabaseUrls } from '../kernel/database/connections.js';
import { absentOwners, pendingMigrations } from '../kernel/database/migrator.js';
import { unsafeFindings } from '../kernel/database/safety.js';
import type { Registry } from '../kernel/plugin/registry.js';
import { readProviderSettings } from '../modules/identity/index.js';
import { version } from '../version.js';
import { Failed } from './failed.js';

/**
 * One thing looked at: `problem` is empty when it is in order, otherwise it says what is wrong and what to do. `advice`
 * is for what works here and would not do for a public body.
 */
interface Finding {
  readonly subject: string;
  readonly found: string;
  readonly problem?: string;
  readonly advice?: string;
}

const OLDEST_POSTGRES = 150_000;

/** `lianxin doctor`: versions, configuration, database, role, row-level security, migrations; exit 1 on a problem. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look whether this installation is in order, and say what to do')
    .action(async () => {
      const config = readConfig();
      const findings: Finding[] = [
        {
          subject: 'versions',
          found: `lianxin ${version}, node ${process.versions.node}, ${process.platform}-${process.arch}`,
        },
        configuration(config),
        logKeeping(config),
        signIn(config),
      ];
      const registry = await installedRegistry(config);
      findings.push({ subject: 'modules', found: registry.plugins.map(({ id }) => id).join(', ') });
      const { urls, embedded } = await openDatabase(config);
      try {
        findings.push(...(await database(registry, urls)));
      } finally {
        await embedded?.stop();
      }
      for (const { subject, found, problem, advice } of findings) {
        const word = problem ? 'PROBLEM' : advice ? 'ADVICE ' : 'ok     ';
        const cure = problem ?? advice;
        process.stdout.write(`${word} ${subject.padEnd(20)} ${found}${cure ? `\n        ${cure}` : ''}\n`);
      }
      if (findings.some(({ problem }) => problem)) throw new Failed();
    });
}

function configuration({ home, databaseUrl, demo }: Config): Finding {
  const found = `home ${home}, ${databaseUrl ? 'external PostgreSQL' : 'embedded PostgreSQL'}, demo ${demo ? 'on' : 'off'}`;
  const exposed = demo && databaseUrl !== undefined;
  return {
    subject: 'configuration',
    found,
    ...(exposed && {
      problem: 'the demo issuer is on for a database of your own: unset LIANXIN_DEMO unless it is a playground.',
    }),
  };
}

/** Without a provider nobody but programs with keys gets in; a file that cannot be used stops `serve`. */
function signIn({ oidcProviders, demo }: Config): Finding {
  const subject = 'sign-in';
  if (oidcProviders === undefined) {
    const found = 'no provider';
    return demo
      ? { subject, found }
      : { subject, found, advice: 'set LIANXIN_OIDC_PROVIDERS; nobody can sign in yet.' };
  }
  try {
    const issuers = readProviderSettings(oidcProviders).map(({ id, issuer }) => `${id} (${issuer})`);
    return { subject, found: issuers.join(', ') };
  } catch (error) {
    return {
      subject,
      found: (error as Error).message,
      problem: 'correct the file; the server does not start with it.',
    };
  }
}

/** The log has to be kept for six months at least; in files of ours, or by whatever reads standard error. */
function logKeeping({ logFolder, logKeeper, logLevel }: Config): Finding {
  const subject = 'log';
  if (logLevel !== 'info' && logLevel !== 'debug') {
    return {
      subject,
      found: `level ${logLevel}, which writes down no request`,
      advice: 'set LIANXIN_LOG_LEVEL to info; a log without requests is none that could be kept for six months.',
    };
  }
  if (logFolder) return { subject, found: `kept in ${logFolder}` };
  if (logKeeper) return { subject, found: `kept by ${logKeeper}` };
  return {
    subject,
    found: 'standard error alone',
    advice: 'set LIANXIN_LOG_FOLDER, or say in LIANXIN_LOG_KEEPER what else keeps the log for six months.',
  };
}

async function database(registry: Registry, urls: DatabaseUrls): Promise<Finding[]> {
  const findings: Finding[] = [];
  await ask(findings, 'database', urls.owner, 'check DATABASE_URL and that the server runs', async (client) => {
    const { rows } = await client.query<{ number: string; version: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
    );
    const found = `PostgreSQL ${rows[0]?.version}`;
    const old = Number(rows[0]?.number) < OLDEST_POSTGRES;
    findings.push({
      subject: 'database',
      found,
      ...(old && { problem: 'PostgreSQL 15 or newer is needed; upgrade the server.' }),
    });
    const pending = await pendingMigrations(registry, client);
    findings.push({
      subject: 'migrations',
      found: `${pending.length} pending`,
      ...(pending.length > 0 && { problem: `run 'lianxin migrate' (${pending.join(', ')}).` }),
    });
    const absent = await absentOwners(registry, client);
    findings.push({
      subject: 'plugins',
      found: absent.length > 0 ? `not installed, with tables here: ${absent.join(', ')}` : 'all that have tables here',
      ...(absent.length > 0 && {
        problem:
          'what their tables hold about persons is neither shown to them nor erased: name them in LIANXIN_PLUGINS again, then purge them.',
      }),
    });
  });
  await ask(
    findings,
    'application role',
    urls.app,
    "run 'lianxin migrate' as the owner; it creates the roles",
    async (client) => {
      const unsafe = await unsafeFindings(client);
      findings.push({
        subject: 'row-level security',
        found: `${unsafe.length} findings`,
        ...(unsafe.length > 0 && { problem: unsafe.join(' ') }),
      });
    },
  );
  await ask(
    findings,
    'job queue',
    urls.jobs,
    "run 'lianxin migrate' as the owner; it creates the queue",
    async (client) => {
      const { rows } = await client.query<{ waiting: string }>('select count(*) as waiting from graphile_worker.jobs');
      findings.push({ subject: 'job queue', found: `${rows[0]?.waiting} jobs waiting` });
    },
  );
  return findings;
}

async function ask(
  findings: Finding[],
  subject: string,
  connectionString: string,
  cure: string,
  look: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await look(client);
  } catch (error) {
    findings.push({ subject, found: (error as Error).message, problem: `${cure}.` });
  } finally {
    await client.end().catch(() => undefined);
  }
}
