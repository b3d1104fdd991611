import { fastifyApolloHandler } from '@as-integrations/fastify';
import { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import { buildSchema, type GraphQLObjectType, printSchema } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { defineEntity, p } from '@mikro-orm/core';
import { createHttpServer } from '../src/kernel/http/server.js';
import { Graphs } from '../src/kernel/graphql/graphs.js';
import type { Superset } from '../src/kernel/graphql/superset.js';
import { createContext, defineNode, orderingBy, pageOf, type RequestContext, toGlobalId } from '../src/kernel/index.js';
import { MemberEntity } from '../src/modules/members/member/member.entity.js';
import { OrganizationEntity } from '../src/modules/organizations/organization.entity.js';
import type { Platform } from '../tests/support/platform.js';

const {
  nationalIdSealed: _id,
  phoneSealed: _phone,
  nationalIdIndex: _a,
  phoneIndex: _b,
  ...plain
} = MemberEntity.meta.properties as Record<string, unknown>;

/** The register as it would be with nothing to protect: numbers in plain columns, no policy, no predicate, no token. */
const Bare = defineEntity({
  name: 'BareMember',
  tableName: 'members',
  properties: { ...(plain as object), nationalId: p.string(), phone: p.string() } as never,
});

/**
 * The same query on the same engine, HTTP server and query builder, on a copy of the tables in a schema of its own,
 * asked as their owner: what is left out is the scope, the permissions, the token, the sealing and the masking.
 */
export async function startBare(
  platform: Platform,
  districtId: number,
): Promise<{ http: FastifyInstance; close(): Promise<void> }> {
  await copyTables(platform, districtId);
  const orm = await MikroORM.init({
    clientUrl: platform.urls.owner,
    driverOptions: { options: '-c search_path=bare' },
    entities: [Bare, OrganizationEntity] as never,
    pool: { min: 0, max: 10 },
    forceUtcTimezone: true,
  });
  const kernel = { ...platform.app.kernel, orm };
  const members = defineNode(Bare as never, () => true);
  const organizations = defineNode(OrganizationEntity, () => true);
  const schema = buildSchema(printSchema(platform.app.superset.schema), { assumeValid: true });
  const fieldsOf = (type: string) => (schema.getType(type) as GraphQLObjectType).getFields();
  fieldsOf('Query').members!.resolve = (_root, page, ctx) =>
    pageOf(ctx, { source: members as never, ordering: orderingBy('id', 'asc'), page });
  fieldsOf('Member').id!.resolve = ({ id }) => toGlobalId('Member', id);
  fieldsOf('Organization').id!.resolve = ({ id }) => toGlobalId('Organization', id);
  fieldsOf('Member').organization!.resolve = ({ organizationId }, _args, ctx: RequestContext) =>
    organizationId == null ? null : organizations.load(ctx, organizationId);
  const superset = {
    ...platform.app.superset,
    schema,
    ownerOfType: () => 'kernel',
    ownerOfField: () => 'kernel',
  } as Superset;
  const graphs = new Graphs(superset, kernel);
  const graph = await graphs.of(new Set(['kernel']));
  const http = createHttpServer({ logLevel: 'silent', trustedProxies: [] } as never);
  const context = async () =>
    createContext(kernel, {
      requestId: uuidv7(),
      district: null,
      principal: null,
      modules: new Set(['kernel']),
      locale: 'zh-CN',
      startedAt: new Date(),
    });
  http.route({
    method: 'POST',
    url: '/graphql',
    handler: fastifyApolloHandler(graph.server, { context } as never) as never,
  });
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
    await sql.query(
      `create table bare.${table} (like public.${table} including defaults including constraints including indexes)`,
    );
    await sql.query(`insert into bare.${table} select * from public.${table} where district_id = $1`, [districtId]);
  }
  await sql.query(`alter table bare.members drop column national_id_sealed, drop column phone_sealed,
    drop column national_id_index, drop column phone_index, add column national_id text, add column phone text`);
}
