import { CONTRACT_VERSION, definePlugin } from '../../kernel/index.js';
import { ConsentEntity, ConsentTextEntity } from './consent/consent.entity.js';
import { ConsentResolver } from './consent/consent.resolver.js';
import { demo } from './demo.js';
import { DisclosureEntity } from './disclosure/disclosure.entity.js';
import { DisclosureResolver } from './disclosure/disclosure.resolver.js';
import { ErasureRequestEntity } from './erasure/erasure.entity.js';
import { erasureRequests } from './erasure/erasure.node.js';
import { ErasureResolver } from './erasure/erasure.resolver.js';
import { errors } from './errors.js';
import { ExportResolver } from './export/export.resolver.js';
import { jobs } from './jobs.js';
import { PersonalDataOfMember } from './member.fields.js';
import { ownTables } from './own-tables.js';
import { permissions } from './permissions.js';
import { personalDataSettings } from './settings.js';
import { UnmaskingResolver } from './unmasking/unmasking.resolver.js';

export const personalData = definePlugin({
  id: personalDataSettings.id,
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '个人数据', en: 'Personal data' },
  requires: ['organizations', 'members', 'access'],
  entities: [ConsentTextEntity, ConsentEntity, DisclosureEntity, ErasureRequestEntity],
  migrations: new URL('../../../migrations/personal-data/', import.meta.url),
  resolvers: [
    UnmaskingResolver,
    ConsentResolver,
    DisclosureResolver,
    ErasureResolver,
    ExportResolver,
    PersonalDataOfMember,
  ],
  nodes: { ErasureRequest: erasureRequests },
  permissions,
  errors,
  settings: personalDataSettings.settings,
  events: {
    'consent.given': { zh: '会员同意了某一用途', en: 'A member consented to a purpose' },
    'consent.withdrawn': { zh: '会员撤回了同意', en: 'A member withdrew a consent' },
    'person.erased': { zh: '一人的数据已删除', en: 'A person was erased' },
  },
  jobs,
  personalData: ownTables,
  historyOf: {
    Consent: { type: 'Member', property: 'memberId' },
    ErasureRequest: { type: 'Member', property: 'memberId' },
  },
  demo,
});
