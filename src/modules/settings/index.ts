export { changeModuleSettings, ownerOf, revertModuleSettings } from './module-settings.service.js';
export { settings } from './plugin.js';
export { changesOf, historyOf, plannedAfter } from './settings-change.repository.js';
