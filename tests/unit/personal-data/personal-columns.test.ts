import { describe, expect, test } from '@jest/globals';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { blindIndex, type PersonalDataDefinition, plain, sealed } from '../../../src/kernel/index.js';
import { PersonalColumns } from '../../../src/kernel/personal-data/personal-columns.js';

const compiler = new Kysely<object>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

function columnsOf(...personalData: PersonalDataDefinition[]): PersonalColumns {
  return new PersonalColumns([{ id: 'x', version: '1', contract: 1, title: { zh: '', en: '' }, personalData }]);
}

const people: PersonalDataDefinition = {
  table: 'people',
  columns: { name: plain(), bank_sealed: sealed('finance'), bank_index: blindIndex() },
  personColumn: 'id',
  retention: 'membership',
};
const cases: PersonalDataDefinition = {
  ...people,
  table: 'cases',
  columns: { cause: sealed('case') },
  personColumn: 'person_id',
};
const visits: PersonalDataDefinition = {
  ...people,
  table: 'visits',
  columns: { note: sealed('health') },
  personColumn: 'case_id',
  through: 'cases',
};

describe('what plugins register', () => {
  test('decides the class of a column, and what a district needs keys for', () => {
    const columns = columnsOf(people, cases);
    expect(columns.classOf({ table: 'cases', column: 'cause' })).toBe('case');
    expect(() => columns.classOf({ table: 'people', column: 'name' })).toThrow(/personalData/);
    expect(columns.purposes.sort()).toEqual(['case', 'finance', 'index:bank']);
    expect(() => columns.assertIndex('phone')).toThrow(/phone_index/);
  });

  test('leads from a row to the person, through other tables where need be', () => {
    const ways = columnsOf(people, cases, visits).sealed.map(({ person }) => person.compile(compiler).sql);
    expect(ways).toEqual([
      '"t"."id"',
      '"t"."person_id"',
      '(select "way"."person_id" from "cases" as way where way.id = "t"."case_id")',
    ]);
    expect(() => columnsOf(visits)).toThrow(/through cases/);
  });
});
