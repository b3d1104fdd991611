import { defineEntity, p } from '@mikro-orm/core';

/** A nonce that a signed request has used up. */
export const ClientNonceEntity = defineEntity({
  name: 'ClientNonce',
  tableName: 'client_nonces',
  properties: {
    districtId: p.integer().primary(),
    clientId: p.uuid().primary(),
    nonce: p.string().primary(),
    at: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
