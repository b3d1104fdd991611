import { CONTRACT_VERSION, definePlugin } from '../../kernel/index.js';
import { MembershipApplicationAttachments } from './application.fields.js';
import { AttachmentEntity } from './attachment/attachment.entity.js';
import { attachmentNode } from './attachment/attachment.node.js';
import { AttachmentResolver } from './attachment/attachment.resolver.js';
import { errors } from './errors.js';
import { jobs } from './jobs.js';
import { MemberAttachments } from './member.fields.js';
import { OrganizationAttachments } from './organization.fields.js';
import { permissions } from './permissions.js';
import { personalData } from './personal-data.js';
import { personalFiles } from './personal-files.js';
import { routes } from './routes.js';
import { attachmentSettings } from './settings.js';
import { FileTicketEntity } from './ticket/ticket.entity.js';

export const attachments = definePlugin({
  id: attachmentSettings.id,
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '附件', en: 'Attachments' },
  requires: ['organizations', 'members', 'access', 'clients', 'identity', 'personal-data'],
  entities: [AttachmentEntity, FileTicketEntity],
  migrations: new URL('../../../migrations/attachments/', import.meta.url),
  resolvers: [AttachmentResolver, MemberAttachments, MembershipApplicationAttachments, OrganizationAttachments],
  nodes: { Attachment: attachmentNode },
  permissions,
  errors,
  settings: attachmentSettings.settings,
  events: { 'attachment.added': { zh: '附件已上传', en: 'A file was attached' } },
  jobs,
  routes,
  personalData,
  personalFiles,
});
