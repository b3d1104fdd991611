import { expect, test } from '@jest/globals';
import { defineEntity, p } from '@mikro-orm/core';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { FieldPermissions } from '../../../src/kernel/graphql/field-permissions.js';
import { defineNode, isOpenEverywhere, type RequestContext } from '../../../src/kernel/index.js';
import { createRegistry } from '../../../src/kernel/plugin/registry.js';
import { brokenPlugin } from '../../fixtures/plugins/broken/broken-plugin.js';
import { core } from '../../support/installed.js';

test('a history tells no guarded field, also where the entity or the field is called otherwise, or leads elsewhere', () => {
  const properties = {
    id: p.uuid().primary(),
    title: p.text(),
    sum: p.integer(),
    level: p.text(),
    assessorId: p.uuid(),
  };
  const entity = defineEntity({ name: 'PlantedRow', tableName: 'planted_rows', properties });
  const type = new GraphQLObjectType({
    name: 'PlantedThing',
    fields: Object.fromEntries(
      ['title', 'sum', 'gravity', 'assessor'].map((name) => [
        name,
        {
          type: name === 'assessor' ? new GraphQLObjectType({ name: 'PlantedOther', fields: {} }) : GraphQLString,
          extensions: name === 'title' ? {} : { permission: 'planted:assess' },
        },
      ]),
    ),
  });
  const node = defineNode(entity, () => true);
  const other = brokenPlugin('planted', { entities: [entity], nodes: { PlantedThing: node as never } });
  const fields = new FieldPermissions(new GraphQLSchema({ types: [type] }), createRegistry(core, [other]));
  const open = (permissions: string[]) => {
    const grants = [{ role: 'x', scope: { kind: 'district' }, permissions: new Set(permissions) }];
    const ctx = { kernel: { fields }, principal: { id: '', name: '', grants } } as unknown as RequestContext;
    return Object.keys(properties).filter((property) => isOpenEverywhere(ctx, 'PlantedRow', property));
  };
  expect(open([])).toEqual(['title']);
  expect(open(['planted:assess'])).toEqual(Object.keys(properties));
});
