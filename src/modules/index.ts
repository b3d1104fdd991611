import type { PluginDefinition } from '../kernel/index.js';
import { access } from './access/index.js';
import { attachments } from './attachments/index.js';
import { audit } from './audit/index.js';
import { clients } from './clients/index.js';
import { districts } from './districts/index.js';
import { exports } from './exports/index.js';
import { identity } from './identity/index.js';
import { members } from './members/index.js';
import { organizations } from './organizations/index.js';
import { personalData } from './personal-data/index.js';
import { settings } from './settings/index.js';
import { switches } from './switches/index.js';

/** The core: always on, in every district. */
export const coreModules: readonly PluginDefinition[] = [
  districts,
  organizations,
  members,
  access,
  clients,
  identity,
  personalData,
  settings,
  attachments,
  exports,
  audit,
  switches,
];
