import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import {
  type Bilingual,
  both,
  CONTRACT_VERSION,
  connectionOf,
  defineErrors,
  defineNode,
  definePermissions,
  definePlugin,
  holdsInDistrict,
  localId,
  Node,
  nestedPageOf,
  orderingBy,
  type Page,
  PageArgs,
  Payload,
  Permission,
  type PluginDefinition,
  pageOf,
  type RequestContext,
  type RowOf,
  setting,
} from '../../src/kernel/index.js';
import { Member, memberNode, type MemberRow } from '../../src/modules/members/index.js';

/** Plain values of a case and of a report, so that sixty plugins have about 3,231 fields, types and inputs together. */
const CASE_VALUES = 16;
const REPORT_VALUES = 14;

/** What one synthetic plugin is called in the graph and elsewhere. */
export interface SyntheticNames {
  /** `synthetic-aa` */
  readonly id: string;
  /** `SyntheticAa`, the beginning of its types. */
  readonly type: string;
  /** `syntheticAa`, the beginning of its fields. */
  readonly field: string;
}

/** The names of the plugin with a number from 0 to 259. */
export function syntheticNames(number: number): SyntheticNames {
  const letter = (value: number): string => String.fromCharCode(97 + value);
  const code = letter(Math.floor(number / 10)) + letter(number % 10);
  const capital = code[0]!.toUpperCase() + code[1]!;
  return { id: `synthetic-${code}`, type: `Synthetic${capital}`, field: `synthetic${capital}` };
}

/**
 * Plugins with the parts that most of them have: a node with a list, a report, an enum, inputs, a mutation, a field on
 * `Member`, a table, permissions, an error and settings. Every fifth requires the one before it. Call once per process
 * and number: the schema builder keeps what it has seen.
 */
export function syntheticPlugins(total: number, from = 0): PluginDefinition[] {
  return Array.from({ length: total }, (_none, index) => syntheticPlugin(from + index));
}

function syntheticPlugin(number: number): PluginDefinition {
  const { id, type, field } = syntheticNames(number);
  const open = `${id}:open` as const;
  const said: Bilingual = { zh: `合成 ${id}`, en: `Synthetic ${id}` };
  const description = both(said);
  const table = `${id.replace('-', '_')}_cases`;
  const read = `${id}:read` as const;
  const CaseStatus = { OPEN: 'OPEN', CLOSED: 'CLOSED', [`${type.toUpperCase()}_HELD`]: 'HELD' } as const;
  registerEnumType(CaseStatus, { name: `${type}Status`, description });

  const CaseEntity = defineEntity({
    name: `${type}Case`,
    tableName: table,
    properties: {
      id: p.uuid().primary(),
      districtId: p.integer().defaultRaw('app_district()'),
      memberId: p.uuid(),
      title: p.text(),
      status: p.text(),
      version: p.integer().version(),
    },
  });
  type CaseRow = RowOf<InferEntity<typeof CaseEntity>>;
  const caseNode = defineNode(CaseEntity, (ctx) => holdsInDistrict(ctx.principal, read));

  @ObjectType(`${type}Case`, { implements: Node, simpleResolvers: true, description })
  class Case extends Node {
    @Field(() => String, { description })
    title!: string;

    @Field(() => CaseStatus, { description })
    status!: string;
  }
  for (let value = 1; value <= CASE_VALUES; value += 1) {
    Field(() => (value % 2 ? String : Int), { nullable: true, description })(Case.prototype, `${field}Value${value}`);
  }
  const CaseConnection = connectionOf<CaseRow>(() => Case, `${type}Case`);

  @ObjectType(`${type}Report`, { simpleResolvers: true, description })
  class Report {
    @Field(() => Int, { description })
    cases!: number;
  }
  for (let value = 1; value <= REPORT_VALUES; value += 1) {
    Field(() => Int, { nullable: true, description })(Report.prototype, `${field}Figure${value}`);
  }

  @InputType(`${type}CaseFilter`, { description })
  class CaseFilter {
    @Field(() => CaseStatus, { nullable: true, description })
    status?: string;
  }
  Field(() => String, { nullable: true, description })(CaseFilter.prototype, `${field}Title`);

  @InputType(`Open${type}CaseInput`, { description })
  class OpenCaseInput {
    @Field(() => ID, { description })
    memberId!: string;

    @Field(() => String, { description })
    title!: string;

    @Field(() => CaseStatus, { nullable: true, description })
    status?: string;
  }

  @ObjectType(`${type}CasePayload`, { simpleResolvers: true, description })
  class CasePayload extends Payload {
    @Field(() => Case, { nullable: true, description })
    case?: CaseRow | undefined;
  }

  @Resolver(() => Case)
  class CaseResolver {
    @FieldResolver(() => Member, { nullable: true, description })
    member(@Root() row: CaseRow, @Ctx() ctx: RequestContext): Promise<MemberRow | null> {
      return memberNode.load(ctx, row.memberId);
    }

    @Query(() => CaseConnection, { name: `${field}Cases`, description })
    @Permission(read)
    cases(
      @Args(() => PageArgs) page: PageArgs,
      @Arg('filter', () => CaseFilter, { nullable: true, description }) filter: CaseFilter | undefined,
      @Ctx() ctx: RequestContext,
    ): Promise<Page<CaseRow>> {
      return pageOf<CaseRow>(ctx, {
        source: caseNode,
        ordering: orderingBy('id', 'asc'),
        page,
        ...(filter?.status && { where: (query) => query.where('node.status', '=', filter.status) }),
      });
    }

    @Query(() => Report, { name: `${field}Report`, description })
    @Permission(read)
    report(): Report {
      return { cases: number };
    }

    @Mutation(() => CasePayload, { name: `open${type}Case`, description })
    @Permission(open)
    async open(
      @Arg('input', () => OpenCaseInput, { description }) input: OpenCaseInput,
      @Ctx() ctx: RequestContext,
    ): Promise<{ case: CaseRow }> {
      const caseId = uuidv7();
      const memberId = localId('Member', input.memberId, ['input', 'memberId']);
      await ctx.transaction(async (tx) => {
        const { title, status = 'OPEN' } = input;
        tx.em.persist(tx.em.create(CaseEntity, { id: caseId, memberId, title, status }));
      });
      return { case: (await caseNode.load(ctx, caseId))! };
    }
  }

  @Resolver(() => Member)
  class CasesOfMember {
    @FieldResolver(() => CaseConnection, { name: `${field}Cases`, nullable: true, description })
    @Permission(read)
    cases(
      @Root() member: MemberRow,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() ctx: RequestContext,
    ): Promise<Page<CaseRow>> {
      return nestedPageOf<CaseRow>(ctx, member.id, {
        name: `${id}:of-member`,
        source: caseNode,
        ordering: orderingBy('id', 'asc'),
        page,
        link: 'node.member_id',
      });
    }
  }

  return definePlugin({
    id,
    version: '0.1.0',
    contract: CONTRACT_VERSION,
    title: said,
    requires: number % 5 === 4 ? ['members', syntheticNames(number - 1).id] : ['members'],
    entities: [CaseEntity],
    migrations: migrationsOf(table),
    resolvers: [CaseResolver, CasesOfMember],
    nodes: { [`${type}Case`]: caseNode },
    permissions: definePermissions({
      [read]: { title: said, grantedTo: ['administrator', 'organizer', 'front-end'] },
      [open]: { title: said, grantedTo: ['administrator'] },
    }),
    errors: defineErrors({ [`${type.toUpperCase()}_FULL`]: { message: said, cure: said } }),
    settings: z.object({ maxCases: setting(z.int().min(1).max(100).default(10), said) }),
  });
}

/** A folder with the migration that makes the table of a synthetic plugin, among the files of the test run. */
function migrationsOf(table: string): URL {
  const folder = mkdtempSync(join(process.env.LIANXIN_TEST_HOME ?? tmpdir(), 'lianxin-synthetic-'));
  writeFileSync(
    join(folder, `20261121130000_${table}.sql`),
    `create table ${table} (
  district_id integer not null default app_district() references districts,
  id uuid not null,
  member_id uuid not null,
  title text not null,
  status text not null,
  version integer not null default 1,
  primary key (id),
  unique (district_id, id),
  foreign key (district_id, member_id) references members (district_id, id)
);
create index ${table}_by_member on ${table} (district_id, member_id, id);
call protect_tenant_table('${table}');
`,
  );
  return pathToFileURL(`${folder}/`);
}
