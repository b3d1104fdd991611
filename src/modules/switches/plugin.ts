import { CONTRACT_VERSION, definePlugin } from '../../kernel/index.js';
import { errors } from './errors.js';
import { AffectedOperationResolver, ImpactResolver } from './impact/impact.resolver.js';
import { ModuleDecisionResolver, ModuleResolver } from './module/module.resolver.js';
import { permissions } from './permissions.js';
import { StandAsideEntity } from './stand-aside/stand-aside.entity.js';
import { StandAsideResolver, StandAsidesOfModule } from './stand-aside/stand-aside.resolver.js';

export const switches = definePlugin({
  id: 'switches',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '模块开关', en: 'Module switches' },
  requires: ['organizations', 'clients', 'personal-data'],
  entities: [StandAsideEntity],
  migrations: new URL('../../../migrations/switches/', import.meta.url),
  resolvers: [
    ModuleResolver,
    ModuleDecisionResolver,
    ImpactResolver,
    AffectedOperationResolver,
    StandAsidesOfModule,
    StandAsideResolver,
  ],
  permissions,
  errors,
  historyOf: { StandAside: { type: 'Organization', property: 'organizationId' } },
  demo: {
    examples: [
      {
        title: { zh: '本区有哪些模块', en: 'The modules of the district' },
        role: 'administrator',
        query: `query Modules {
  modules {
    id
    title
    on
    state
    since
    requires
    planned {
      state
      since
      decidedBy
    }
    history(first: 5) {
      kind
      state
      since
      reason
      decidedBy
    }
  }
}`,
      },
    ],
  },
});
