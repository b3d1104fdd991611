import type { PluginDefinition } from 'lianxin/kernel';
import { closeEntries } from './entry.service.js';

export const events: PluginDefinition['events'] = {
  'sample-plugin.entry-made': { zh: '样例插件新增记录', en: 'An entry of Sample plugin was made' },
};

/** Each runs in a job of its own, and again when it failed: so it must not matter how often. */
export const handles: PluginDefinition['handles'] = {
  'membership.ended': async (ctx, { payload }) => {
    if (payload.kind === 'PRIMARY') await closeEntries(ctx, String(payload.memberId));
  },
};
