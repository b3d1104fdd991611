import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { RowOf } from '../../../kernel/index.js';

export type ClientStatusCode = 'ACTIVE' | 'SUSPENDED';
export type ClientKindCode = 'FRONT_END' | 'MERCHANT' | 'SERVICE';
/** A public key as a JSON Web Key (RFC 7517). */
export type PublicJwk = Readonly<Record<string, unknown>>;

/** A program that the district lets in. */
export const ApiClientEntity = defineEntity({
  name: 'ApiClient',
  tableName: 'api_clients',
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer().defaultRaw('app_district()'),
    name: p.string(),
    kind: p.string().$type<ClientKindCode>(),
    scopes: p.array(),
    addresses: p.array(),
    firstParty: p.boolean().default(false),
    externalClientId: p.string().nullable(),
    signingKey: p.json().$type<PublicJwk>().nullable(),
    status: p.string().$type<ClientStatusCode>().default('ACTIVE'),
    createdAt: p.datetime().defaultRaw('now()'),
    version: p.integer().version(),
  },
});

export type ApiClientRow = RowOf<InferEntity<typeof ApiClientEntity>>;
