import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { DatabaseUrls } from '../../src/kernel/database/connections.js';
import { buildSuperset } from '../../src/kernel/graphql/superset.js';
import {
  CONTRACT_VERSION,
  definePlugin,
  Node,
  type PersonalDataDefinition,
  plain,
  Public,
  sealed,
} from '../../src/kernel/index.js';
import { createRegistry } from '../../src/kernel/plugin/registry.js';
import { memberNode } from '../../src/modules/members/index.js';
import { covered } from '../support/coverage.js';
import { connect, createDatabase, dropDatabase, migrateAlone } from '../../src/testing/databases.js';
import { core, everything, plugins } from '../support/installed.js';
import { declaredColumns, maskingFindings, personalDataFindings } from '../support/personal-data-findings.js';

const registry = everything();
let urls: DatabaseUrls;
let owner: pg.Client;

beforeAll(async () => {
  urls = await createDatabase();
  await migrateAlone(registry, urls);
  owner = await connect(urls.owner);
});

afterAll(async () => {
  await owner.end();
  await dropDatabase(urls);
});

/** The same platform with one more declaration of personal data. */
function declaring(definition: PersonalDataDefinition) {
  const planted = definePlugin({
    id: 'planted',
    version: '0.1.0',
    contract: CONTRACT_VERSION,
    title: { zh: '植入', en: 'Planted' },
    personalData: [definition],
  });
  return createRegistry(core, [...plugins, planted]);
}

const tables: readonly [string, string, string, string][] = [
  [
    'a new column in a table of persons',
    'alter table members add column nickname text',
    'alter table members drop column nickname',
    'members.nickname is neither personal nor harmless; declare it in personalData',
  ],
  [
    'a table that names members',
    `create table loose (district_id integer references districts, id uuid, member_id uuid)`,
    'drop table loose',
    'loose leads to persons and stands in no personalData',
  ],
  [
    'a table that leads to persons through two others',
    `create table loose (district_id integer, id uuid, membership_id uuid, unique (district_id, id),
       foreign key (district_id, membership_id) references memberships (district_id, id));
     create table looser (district_id integer, loose_id uuid, words text,
       foreign key (district_id, loose_id) references loose (district_id, id))`,
    'drop table looser; drop table loose',
    'looser leads to persons and stands in no personalData',
  ],
  [
    'a registered column that is gone',
    'alter table memberships rename column note to remark',
    'alter table memberships rename column remark to note',
    'memberships.note is declared and does not exist',
  ],
  [
    'a column that erasure may not clear',
    'revoke update on members from lianxin_app',
    'grant update on members to lianxin_app',
    'members.name cannot be cleared: the application may not update it',
  ],
];

const about = { personColumn: 'id', retention: 'membership' } as const;
const declarations: readonly [string, PersonalDataDefinition, string][] = [
  [
    'a misspelt column',
    { table: 'members', columns: { nmae: plain() }, ...about },
    'members.nmae is declared and does not exist',
  ],
  [
    'a table of somebody else',
    { table: 'members', columns: {}, ...about },
    `members is no table of 'planted', which declares it`,
  ],
  [
    'a sealed text',
    { table: 'members', columns: { name: sealed('identity') }, ...about },
    'members.name is sealed and no bytea',
  ],
  [
    'harmless without a reason',
    { table: 'members', columns: {}, harmless: { batch_id: 'no' }, ...about },
    'members.batch_id is called harmless without a reason',
  ],
  [
    'a way through a table that nobody declares',
    { table: 'members', columns: {}, ...about, through: 'organizations' },
    'members leads through organizations, which stands in no personalData',
  ],
];

describe('personal data is declared', () => {
  test('every column of a table that leads to persons is personal, or harmless with a reason, and exists', async () => {
    expect(await personalDataFindings(owner, registry)).toEqual([]);
    covered('columns declared personal or harmless', declaredColumns(registry));
  });

  test.each(tables)('%s is noticed', async (_name, change, undo, finding) => {
    await owner.query(change);
    try {
      expect(await personalDataFindings(owner, registry)).toContain(finding);
    } finally {
      await owner.query(undo);
    }
  });

  test.each(declarations)('%s is noticed in a declaration', async (_name, definition, finding) => {
    expect(await personalDataFindings(owner, declaring(definition))).toContain(finding);
  });
});

describe('what is sealed is shown masked', () => {
  test('by the scalar of its field, at a node of its own table', () => {
    expect(maskingFindings(buildSuperset(registry).schema, registry)).toEqual([]);
  });

  test('a plain field, a missing one and one of another table are noticed', () => {
    @ObjectType('PlantedPerson', { implements: Node, simpleResolvers: true, description: '植入 / Planted' })
    class PlantedPerson extends Node {
      @Field(() => String, { description: '号码 / Number' })
      number!: string;
    }
    @Resolver()
    class Planted {
      @Query(() => PlantedPerson, { nullable: true, description: '植入 / Planted' })
      @Public()
      plantedPerson(): null {
        return null;
      }
    }
    const planted = definePlugin({
      id: 'planted',
      version: '0.1.0',
      contract: CONTRACT_VERSION,
      title: { zh: '植入', en: 'Planted' },
      resolvers: [Planted],
      nodes: { PlantedPerson: memberNode },
      personalData: [
        {
          table: 'members',
          columns: {
            national_id_sealed: sealed('identity', 'PlantedPerson.number'),
            phone_sealed: sealed('identity', 'PlantedPerson.phone'),
            name: sealed('identity', 'Organization.name'),
          },
          ...about,
        },
      ],
    });
    const faulty = createRegistry(core, [...plugins, planted]);
    expect(maskingFindings(buildSuperset(faulty).schema, faulty)).toEqual([
      'PlantedPerson.number shows members.national_id_sealed without a mask',
      'members.phone_sealed: there is no field PlantedPerson.phone',
      'members.name: Organization is no node with rows in members',
    ]);
  });
});
