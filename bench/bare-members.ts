import { fastifyApolloHandler } from '@as-integrations/fastify';
import { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { GraphQLObjectType } from 'graphql';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { grantEverything } from '../src/kernel/access/system-principal.js';
import { prepareRepeated } from '../src/kernel/database/prepared.js';
import { Graphs } from '../src/kernel/graphql/graphs.js';
import { assembleSuperset } from '../src/kernel/graphql/superset.js';
import { createHttpServer } from '../src/kernel/http/server.js';
import { createContext, type RequestContext } from '../src/kernel/index.js';
import type { MemberRow } from '../src/modules/members/index.js';
import type { Platform } from '../src/testing/platform.js';

/**
 * The same resolvers, engine, HTTP server and SQL on a copy of the tables in a schema of its own, asked as their owner.
 * Left out: the token, the scope, the guards, the policies, the seals and the masking; numbers stand there as shown.
 */
export async function startBare(
  platform: Platform,
  districtCode: string,
): Promise<{ http: FastifyInstance; close(): Promise<void> }> {
  const district = await platform.district(districtCode);
  await copyTables(platform, district.id);
  const orm = await MikroORM.init({
    clientUrl: platform.urls.owner,
    driverOptions: {
      options: '-c search_path=bare',
      onPoolCreated: (pool: Pool) => pool.on('connect', prepareRepeated),
    },
    entities: platform.registry.plugins.flatMap((plugin) => [...(plugin.entities ?? [])]),
    pool: { min: 0, max: 10 },
    forceUtcTimezone: true,
  });
  const kernel = { ...platform.app.kernel, orm };
  const superset = assembleSuperset(platform.registry);
  const fields = (superset.schema.getType('Member') as GraphQLObjectType).getFields();
  fields.nationalId!.resolve = ({ nationalIdSealed }: MemberRow) => Buffer.from(nationalIdSealed).toString();
  fields.phone!.resolve = ({ phoneSealed }: MemberRow) => Buffer.from(phoneSealed).toString();
  const graphs = new Graphs(superset, kernel);
  const modules = platform.registry.effective(new Set());
  const graph = await graphs.of(modules);
  const everything = grantEverything(platform.registry, 'bench');
  const context = async (): Promise<RequestContext> =>
    createContext(kernel, {
      requestId: uuidv7(),
      district,
      principal: everything,
      modules,
      locale: 'zh-CN',
      startedAt: new Date(),
    });
  const http = createHttpServer({ logLevel: 'silent' });
  http.post('/graphql', fastifyApolloHandler(graph.server, { context } as never) as never);
  return {
    http,
    async close() {
      await http.close();
      await graphs.stop();
      await orm.close(true);
    },
  };
}

async function copyTables({ sql }: Platform, districtId: number): Promise<void> {
  await sql.query(`create schema bare`);
  for (const table of ['members', 'organizations']) {
    await sql.query(`create table bare.${table} (like public.${table} including indexes)`);
    await sql.query(`insert into bare.${table} select * from public.${table} where district_id = $1`, [districtId]);
  }
}
