import { defineEntity, p } from '@mikro-orm/core';

/** A key of a district for one class of data or one blind index, wrapped by the key ring. */
export const DataKeyEntity = defineEntity({
  name: 'DataKey',
  tableName: 'data_keys',
  properties: {
    districtId: p.integer().primary(),
    purpose: p.text().primary(),
    version: p.integer().primary(),
    ringKey: p.text(),
    wrapped: p.blob(),
    madeAt: p.datetime(),
  },
});

/** A person's key for one class of data, wrapped by the district's key of that class. */
export const PersonKeyEntity = defineEntity({
  name: 'PersonKey',
  tableName: 'person_keys',
  properties: {
    districtId: p.integer().primary(),
    personId: p.uuid().primary(),
    class: p.text().primary(),
    version: p.integer(),
    dataKeyVersion: p.integer(),
    wrapped: p.blob(),
    replaced: p.blob().nullable(),
    replacedAt: p.datetime().nullable(),
  },
});
