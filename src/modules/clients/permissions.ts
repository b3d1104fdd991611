import { definePermissions } from '../../kernel/index.js';

export const permissions = definePermissions({
  'client:read': {
    title: { zh: '查看接入应用及其密钥', en: 'See registered clients and their keys' },
    grantedTo: ['administrator', 'auditor'],
  },
  'client:manage': {
    title: { zh: '登记接入应用、发放和吊销密钥', en: 'Register clients, issue and revoke their keys' },
    grantedTo: ['administrator'],
  },
});
