export { errors } from './errors.js';
export { appendFigures, foldFigures } from './figures.repository.js';
export { JointUnionKind, OrganizationKind, OrganizationStatus } from './organization.enums.js';
export { Organization, OrganizationConnection } from './organization.type.js';
export { Officer } from './officer.type.js';
export { assertMay, below, organizationNode, withinScopes } from './places.js';
export { createOrganization, createOrganizations } from './organization.service.js';
export { organizations } from './plugin.js';
//# sourceMappingURL=index.js.map