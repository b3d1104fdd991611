import { v7 as uuidv7 } from 'uuid';
import type { PluginDefinition, RequestContext } from '../../kernel/index.js';
import { ApiClientEntity } from './client/client.entity.js';

/** One client without a key: a key in a demo would be everybody's. */
async function seedDemoClient(ctx: RequestContext): Promise<void> {
  await ctx.transaction(async (tx) => {
    if (await tx.em.findOne(ApiClientEntity, { externalClientId: 'demo:union-app' })) return;
    tx.em.persist(
      tx.em.create(ApiClientEntity, {
        id: uuidv7(),
        name: '工会地图（演示）',
        kind: 'FRONT_END',
        scopes: ['organization:read', 'statistics:read'],
        addresses: [],
        externalClientId: 'demo:union-app',
      }),
    );
  });
}

export const demo: NonNullable<PluginDefinition['demo']> = {
  seed: seedDemoClient,
  repeatable: true,
  examples: [
    {
      title: { zh: '接入应用及其密钥', en: 'Clients and their keys' },
      role: 'administrator',
      query: `query Clients {
  clients(first: 10) {
    nodes {
      name
      kind
      scopes
      status
      keys {
        prefix
        expiresAt
        lastUsedAt
      }
    }
  }
}`,
    },
  ],
};
