import { CONTRACT_VERSION, definePlugin } from '../../kernel/index.js';
import { admits } from './admission/admission.service.js';
import { cleanNonces } from './admission/nonce-cleaning.js';
import { ClientNonceEntity } from './admission/nonce.entity.js';
import { ApiClientEntity } from './client/client.entity.js';
import { clientNode } from './client/client.node.js';
import { ClientKeyResolver, ClientResolver } from './client/client.resolver.js';
import { ClientConsentEntity } from './consent/consent.entity.js';
import { ConsentResolver } from './consent/consent.resolver.js';
import { demo } from './demo.js';
import { errors } from './errors.js';
import { events } from './events.js';
import { readClientKey } from './key/key-authentication.js';
import { allNoted } from './key/key-use.js';
import { ApiClientKeyEntity } from './key/key.entity.js';
import { permissions } from './permissions.js';
import { personalData } from './personal-data.js';
import { clientSettings } from './settings.js';
import { ViewerClientFields } from './viewer.fields.js';

export const clients = definePlugin({
  id: clientSettings.id,
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '接入应用', en: 'API clients' },
  requires: ['access'],
  entities: [ApiClientEntity, ApiClientKeyEntity, ClientConsentEntity, ClientNonceEntity],
  migrations: new URL('../../../migrations/clients/', import.meta.url),
  resolvers: [ClientResolver, ClientKeyResolver, ConsentResolver, ViewerClientFields],
  nodes: { Client: clientNode },
  permissions,
  errors,
  settings: clientSettings.settings,
  events,
  jobs: {
    'clean-nonces': {
      title: { zh: '清理已用的随机数', en: 'Remove nonces that no request can bear any more' },
      run: cleanNonces,
    },
  },
  personalData,
  historyOf: {
    ApiClient: { type: 'Client', property: 'id' },
    ApiClientKey: { type: 'Client', property: 'clientId' },
    ClientConsent: { type: 'Account', property: 'principalId' },
  },
  authenticate: readClientKey,
  admits,
  demo,
  onStop: allNoted,
});
