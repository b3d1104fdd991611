export { membershipApplicationNode } from './application/application.node.js';
export { applyForMembership, decideMembershipApplication } from './application/application.service.js';
export { MembershipApplication, MembershipApplicationConnection } from './application/application.type.js';
export { enrolMembers } from './enrolment/enrolment.service.js';
export { errors } from './errors.js';
export { memberNode, memberVisible } from './member/member.node.js';
export { EmploymentType, Gender, JoinedVia, Member, MemberConnection, MemberStatus } from './member/member.type.js';
export { membershipNode } from './membership/membership.node.js';
export { addSecondaryMembership, endMembership, transferMembership } from './membership/membership.service.js';
export { Membership, MembershipConnection, MembershipKind } from './membership/membership.type.js';
export { members } from './plugin.js';
//# sourceMappingURL=index.js.map