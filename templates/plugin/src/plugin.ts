import { CONTRACT_VERSION, definePlugin } from 'lianxin/kernel';
import { demo } from './demo.js';
import { EntryEntity } from './entry.entity.js';
import { entryNode } from './entry.node.js';
import { countAllOpen } from './entry.repository.js';
import { EntryResolver } from './entry.resolver.js';
import { errors } from './errors.js';
import { events, handles } from './events.js';
import { EntriesOfMember } from './member.fields.js';
import { permissions } from './permissions.js';
import { personalData } from './personal-data.js';
import { settings } from './settings.js';

/** 样例插件: what it adds to the platform, from top to bottom. */
export const samplePlugin = definePlugin({
  id: 'sample-plugin',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '样例插件', en: 'Sample plugin' },
  requires: ['members'],
  entities: [EntryEntity],
  // Seen from dist/src/, where the compiled file stands.
  migrations: new URL('../../migrations/', import.meta.url),
  resolvers: [EntryResolver, EntriesOfMember],
  nodes: { SamplePluginEntry: entryNode },
  permissions,
  errors,
  settings,
  events,
  handles,
  openCases: {
    'sample-plugin-entries': {
      title: { zh: '样例插件未结束的记录', en: 'Open entries of Sample plugin' },
      count: countAllOpen,
    },
  },
  personalData,
  demo,
});
