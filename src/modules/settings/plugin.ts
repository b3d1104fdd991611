import { CONTRACT_VERSION, definePlugin } from '../../kernel/index.js';
import { ModuleSettingsResolver, SettingsChangeResolver } from './module-settings.resolver.js';
import { permissions } from './permissions.js';
import { SettingsChangeEntity } from './settings-change.entity.js';
import { settingsChangeNode } from './settings-change.type.js';
import { SettingsResolver } from './settings.resolver.js';

export const settings = definePlugin({
  id: 'settings',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '设置', en: 'Settings' },
  requires: ['access'],
  entities: [SettingsChangeEntity],
  resolvers: [SettingsResolver, ModuleSettingsResolver, SettingsChangeResolver],
  nodes: { SettingsChange: settingsChangeNode },
  permissions,
  demo: {
    examples: [
      {
        title: { zh: '本区各模块的设置', en: 'Settings of the modules' },
        role: 'administrator',
        query: `query Settings {
  settings {
    on
    members {
      applicationDecisionDays
    }
    exports {
      approvalAbove
      keptHours
    }
  }
  moduleSettings(moduleId: "members") {
    values
    schema
    version
    planned {
      since
      changes
      reason
    }
    history(first: 10) {
      nodes {
        changedAt
        changedBy
        since
        changes
        reason
      }
    }
  }
}`,
      },
    ],
  },
});
