export { type Impact, impactOf } from './impact/impact.service.js';
export { requirementsOf } from './module/dependencies.js';
export { type Locked, lockModule } from './module/lock.service.js';
export type { Module } from './module/module.type.js';
export { moduleView, moduleViews } from './module/module.view.js';
export { type Along, disableModule, enableModule, type Switched } from './module/switching.service.js';
export { visibleModule } from './module/visible-modules.js';
export { switches } from './plugin.js';
export { assertTakesPart } from './stand-aside/stand-aside.service.js';
