import { CONTRACT_VERSION, definePlugin } from '../../kernel/index.js';
import { AuditRecordEntity } from './audit-record.entity.js';
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
    entities: [AuditRecordEntity],
    resolvers: [HistoryResolver, OrganizationHistory, MemberHistory],
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
        ],
    },
});
//# sourceMappingURL=plugin.js.map