import type { PluginDefinition } from '../../kernel/index.js';

export const events: NonNullable<PluginDefinition['events']> = {
  'client.registered': { zh: '应用已登记', en: 'A client was registered' },
  'client.changed': { zh: '应用或其密钥已变更', en: 'A client or its keys changed' },
  'client.allowed': { zh: '个人允许了第三方应用', en: 'Somebody allowed a third party’s client' },
  'client.withdrawn': { zh: '个人撤回了对第三方应用的同意', en: 'Somebody took consent back from a client' },
};
