import { kernelErrors } from './errors/kernel-errors.js';
import { requestFaults } from './errors/request-faults.js';
import { NodeResolver } from './graphql/node.js';
import { DataKeyEntity, PersonKeyEntity } from './personal-data/keys.entity.js';
import { CONTRACT_VERSION, definePlugin } from './plugin/define.js';

/** The kernel's own part of the graph, the database and the error list, declared like any other module's. */
export const kernelPlugin = definePlugin({
  id: 'kernel',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '内核', en: 'Kernel' },
  entities: [DataKeyEntity, PersonKeyEntity],
  migrations: new URL('../../migrations/kernel/', import.meta.url),
  resolvers: [NodeResolver],
  errors: { ...kernelErrors, ...requestFaults },
});
