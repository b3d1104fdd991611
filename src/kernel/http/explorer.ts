import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Bilingual } from '../bilingual.js';
import { part } from './part.js';

/** One operation that works as soon as the explorer opens; it becomes a tab named after its operation. */
export interface ExplorerExample {
  readonly title: Bilingual;
  /** A document with one named operation: GraphiQL names the tab after it. */
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** The demo role that can run it. The page takes it when the tab is opened. */
  readonly role?: string;
}

/** A principal the demo can issue a token for. */
export interface ExplorerTokenChoice {
  readonly district: string;
  readonly districtName: Bilingual;
  readonly role: string;
  readonly roleTitle: Bilingual;
}

export interface ExplorerOptions {
  /** Those that whoever asks may know of. Asked each time the page opens. */
  examples(request: FastifyRequest): Promise<readonly ExplorerExample[]>;
  /** Only in the demo: anybody who reaches the page may take any of these tokens. */
  readonly tokens?: {
    choices(): Promise<readonly ExplorerTokenChoice[]>;
    issue(district: string, role: string): Promise<string>;
  };
}

const require = createRequire(import.meta.url);

/** The page's own files. The build copies them beside the compiled module, so the path holds in `src` and in `dist`. */
const PUBLIC_FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'explorer', 'public');

/** Files of npm packages, by the name the page asks for. Packages export their manifest, seldom their browser builds. */
const PACKAGE_FILES = [
  { name: 'react.js', package: 'react', file: 'umd/react.production.min.js' },
  { name: 'react-dom.js', package: 'react-dom', file: 'umd/react-dom.production.min.js' },
  { name: 'graphiql.js', package: 'graphiql', file: 'graphiql.min.js' },
  { name: 'graphiql.css', package: 'graphiql', file: 'graphiql.min.css' },
] as const;

const OWN_FILES = ['explorer.js', 'caller.js', 'texts.js', 'explorer.css'] as const;

/**
 * Serves the explorer: GraphiQL at `/`, its files under `/explorer/`. Everything comes from this process, so it works
 * offline, and the page's Content-Security-Policy lets no request leave the origin.
 *
 * Without `options.tokens` (outside the demo) the token routes do not exist and the page asks for a token of one's own.
 */
export function registerExplorer(app: FastifyInstance, options: ExplorerOptions): void {
  // A scope of its own: `sendFile` and the headers below concern these routes alone.
  app.register(
    part('explorer', async (scope) => {
      await scope.register(fastifyStatic, { root: PUBLIC_FOLDER, serve: false });
      scope.addHook('onSend', async (_request, reply) => {
        reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
      });
      await registerPage(scope, options.tokens !== undefined);
      registerAssets(scope);
      scope.get('/explorer/examples.json', async (request, reply) =>
        reply
          .header('cache-control', 'private, no-cache')
          .header('vary', 'authorization')
          .send(await options.examples(request)),
      );
      if (options.tokens) registerTokens(scope, options.tokens);
    }),
  );
}

async function registerPage(scope: FastifyInstance, demo: boolean): Promise<void> {
  const template = (await readFile(join(PUBLIC_FOLDER, 'index.html'), 'utf8'))
    .replaceAll('{{react}}', packageVersion('react'))
    .replaceAll('{{graphiql}}', packageVersion('graphiql'))
    .replaceAll('{{demo}}', String(demo));
  scope.get('/', (_request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('cache-control', 'no-store') // the nonce is good for one answer
      .type('text/html; charset=utf-8')
      .send(template.replaceAll('{{nonce}}', nonce));
  });
}

/**
 * Scripts come from our own files only. GraphiQL's dialogs insert `<style>` elements, for which the page hands them the
 * nonce; its style sheet carries its fonts as `data:` addresses.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self' data:",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function registerAssets(scope: FastifyInstance): void {
  for (const asset of PACKAGE_FILES) {
    const folder = packageFolder(asset.package);
    // The page asks with `?v=<version>`, so a new version is a new address and the old answer may be kept for good.
    scope.get(`/explorer/${asset.name}`, (_request, reply) =>
      reply.sendFile(asset.file, folder, { maxAge: '365d', immutable: true }),
    );
  }
  for (const name of OWN_FILES) {
    // No version in the address: the browser asks each time and is told 304 by the entity tag.
    scope.get(`/explorer/${name}`, (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile(name, { cacheControl: false }),
    );
  }
}

function registerTokens(scope: FastifyInstance, tokens: NonNullable<ExplorerOptions['tokens']>): void {
  const secret = (reply: FastifyReply) => reply.header('cache-control', 'no-store');

  scope.get('/explorer/tokens.json', async (_request, reply) => secret(reply).send(await tokens.choices()));

  scope.get<{ Querystring: { district: string; role: string } }>(
    '/explorer/token',
    {
      schema: {
        querystring: {
          type: 'object',
          required: ['district', 'role'],
          properties: { district: { type: 'string' }, role: { type: 'string' } },
        },
      },
    },
    async (request, reply) => {
      const { district, role } = request.query;
      const offered = (await tokens.choices()).some((choice) => choice.district === district && choice.role === role);
      secret(reply).type('text/plain; charset=utf-8');
      if (!offered) return reply.code(404).send('No such district and role in the demo; see /explorer/tokens.json.\n');
      return reply.send(await tokens.issue(district, role));
    },
  );
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

function packageVersion(name: string): string {
  return JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')).version;
}
