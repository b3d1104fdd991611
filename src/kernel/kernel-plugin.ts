import { kernelErrors } from './errors/kernel-errors.js';
import { requestFaults } from './errors/request-faults.js';
import { NodeResolver } from './graphql/node.js';
import { DataKeyEntity, PersonKeyEntity } from './personal-data/keys.entity.js';
import { catchUp, lookBack } from './plugin/catch-up.js';
import { CONTRACT_VERSION, definePlugin } from './plugin/define.js';
import { settingsErrors } from './settings/errors.js';

/** The kernel's own part of the graph, the database and the error list, declared like any other module's. */
export const kernelPlugin = definePlugin({
  id: 'kernel',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '内核', en: 'Kernel' },
  entities: [DataKeyEntity, PersonKeyEntity],
  migrations: new URL('../../migrations/kernel/', import.meta.url),
  resolvers: [NodeResolver],
  jobs: {
    'catch-up': { title: { zh: '补办停用期间的事件', en: 'Handle what was missed while off' }, run: catchUp },
    'look-back': {
      title: { zh: '补办启用之际发生的事件', en: 'Handle what was missed on the way back' },
      run: lookBack,
    },
  },
  errors: { ...kernelErrors, ...requestFaults, ...settingsErrors },
});
