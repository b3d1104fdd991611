import { CONTRACT_VERSION, definePlugin } from '../../kernel/index.js';
import { AuditRecordEntity } from './audit-record.entity.js';
import { AuditRecordResolver } from './audit-record.resolver.js';
import { AuditSealEntity } from './audit-seal.entity.js';
import { AuditSealResolver } from './audit-seal.resolver.js';
import { HistoryResolver } from './history.resolver.js';
import { MemberHistory } from './member.fields.js';
import { OrganizationHistory } from './organization.fields.js';
import { permissions } from './permissions.js';

export const audit = definePlugin({
  id: 'audit',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  title: { zh: '审计', en: 'Audit' },
  requires: ['access', 'organizations', 'members'],
  entities: [AuditRecordEntity, AuditSealEntity],
  resolvers: [AuditRecordResolver, AuditSealResolver, HistoryResolver, OrganizationHistory, MemberHistory],
  permissions,
  demo: {
    examples: [
      {
        title: { zh: '一个组织的变更历史', en: 'History of an organization' },
        role: 'auditor',
        query: `query History {
  organizations(first: 1) {
    nodes {
      name
      history(first: 10) {
        totalCount
        nodes {
          at
          actorName
          action
          verb
          changes {
            field
            before
            after
          }
        }
      }
    }
  }
}`,
      },
      {
        title: { zh: '谁查看过敏感信息', en: 'Who has read sensitive data' },
        role: 'auditor',
        query: `query SensitiveReads {
  auditRecords(first: 20, filter: { verb: READ }) {
    nodes {
      at
      actorName
      clientName
      action
      nodeId
      purpose
      changes {
        field
      }
    }
  }
  auditSeals(first: 3) {
    nodes {
      number
      sealedAt
      records
      hash
    }
  }
}`,
      },
    ],
  },
});
