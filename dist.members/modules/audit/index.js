export { audit } from './plugin.js';
//# sourceMappingURL=index.js.map