export { issueDemoToken } from './demo-issuer.js';
export { access } from './plugin.js';
export { installedRoles } from './roles.js';
