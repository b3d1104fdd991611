export { SamplePluginEntry } from './entry.type.js';
// The default export is what LIANXIN_PLUGINS looks for.
export { samplePlugin, samplePlugin as default } from './plugin.js';
