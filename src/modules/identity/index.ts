export { identity } from './plugin.js';
export { readProviderSettings } from './provider/provider.settings.js';
