import { CONTRACT_VERSION, definePlugin } from '../../kernel/index.js';
import { MembershipApplicationEntity } from './application/application.entity.js';
import { membershipApplicationNode } from './application/application.node.js';
import { MembershipApplicationResolver } from './application/application.resolver.js';
import { attachments } from './attachments.js';
import { demo } from './demo.js';
import { errors } from './errors.js';
import { exports } from './exports.js';
import { MemberEntity } from './member/member.entity.js';
import { memberNode } from './member/member.node.js';
import { MemberResolver } from './member/member.resolver.js';
import { MembershipEntity } from './membership/membership.entity.js';
import { membershipNode } from './membership/membership.node.js';
import { MembershipResolver } from './membership/membership.resolver.js';
import { OrganizationMemberFields } from './organization.fields.js';
import { personalData } from './personal-data.js';
import { permissions } from './permissions.js';
import { memberSettings } from './settings.js';

export const members = definePlugin({
  id: memberSettings.id,
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '会员', en: 'Members' },
  requires: ['organizations'],
  entities: [MemberEntity, MembershipEntity, MembershipApplicationEntity],
  migrations: new URL('../../../migrations/members/', import.meta.url),
  resolvers: [MemberResolver, MembershipResolver, MembershipApplicationResolver, OrganizationMemberFields],
  nodes: {
    Member: memberNode,
    Membership: membershipNode,
    MembershipApplication: membershipApplicationNode,
  },
  permissions,
  errors,
  settings: memberSettings.settings,
  events: {
    'membership.applied': { zh: '有人申请入会', en: 'Somebody applied for membership' },
    'membership.decided': { zh: '入会申请有了结果', en: 'An application was decided' },
    'membership.started': {
      zh: '会籍开始（集体入会时一批一次）',
      en: 'A membership began; once per batch for a collective joining',
    },
    'membership.transferred': { zh: '会员转到另一工会', en: 'A member moved to another union' },
    'membership.ended': { zh: '会籍终止', en: 'A membership ended' },
  },
  personalData,
  attachments,
  exports,
  historyOf: {
    Membership: { type: 'Member', property: 'memberId' },
    MembershipApplication: { type: 'Member', property: 'memberId' },
  },
  demo,
});
