import { access } from './access/index.js';
import { audit } from './audit/index.js';
import { districts } from './districts/index.js';
import { members } from './members/index.js';
import { organizations } from './organizations/index.js';
/** The core: always on, in every district. */
export const coreModules = [districts, organizations, members, access, audit];
//# sourceMappingURL=index.js.map