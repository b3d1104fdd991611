import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { RowOf } from '../../../kernel/index.js';

/** A key of a client. The key itself is nowhere: only what it begins with, and its SHA-256. */
export const ApiClientKeyEntity = defineEntity({
  name: 'ApiClientKey',
  tableName: 'api_client_keys',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    clientId: p.uuid(),
    prefix: p.string(),
    secretHash: p.blob(),
    createdAt: p.datetime().defaultRaw('now()'),
    expiresAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

export type ApiClientKeyRow = Omit<
  RowOf<InferEntity<typeof ApiClientKeyEntity>>,
  'secretHash' | 'districtId' | 'version'
>;
