import { CONTRACT_VERSION, definePlugin } from '../../kernel/index.js';
import { DistrictResolver } from './district.resolver.js';
import { permissions } from './permissions.js';

export const districts = definePlugin({
  id: 'districts',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '各区', en: 'Districts' },
  migrations: new URL('../../../migrations/districts/', import.meta.url),
  resolvers: [DistrictResolver],
  permissions,
});
