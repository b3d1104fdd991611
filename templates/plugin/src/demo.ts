import { type PluginDefinition, type RequestContext, uuidv7 } from 'lianxin/kernel';
import { EntryEntity } from './entry.entity.js';
import { someMembers } from './entry.repository.js';

/** In Baoshan and Yangpu of the demo the plugin is on, and some members have an entry. */
export const demo: PluginDefinition['demo'] = {
  districts: ['310113', '310110'],
  examples: [
    {
      title: { zh: '样例插件的记录', en: 'Entries of Sample plugin' },
      role: 'administrator',
      query: `{
  samplePluginEntries(first: 10) {
    totalCount
    nodes { note madeOn member { name } }
  }
}`,
    },
  ],
  seed,
};

async function seed(ctx: RequestContext): Promise<void> {
  await ctx.transaction(async (tx) => {
    for (const memberId of await someMembers(tx, 120)) {
      const entry = { id: uuidv7(), memberId, note: '演示记录', madeOn: tx.today, synthetic: true };
      tx.em.persist(tx.em.create(EntryEntity, entry));
    }
  });
}
