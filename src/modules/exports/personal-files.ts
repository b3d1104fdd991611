import type { PersonalFiles } from '../../kernel/index.js';
import { eraseFromExports } from './export/write.service.js';

/** Lists are about many: none belongs to one person, and none outlives an erasure. */
export const personalFiles: PersonalFiles = {
  export: async () => [],
  erase: eraseFromExports,
};
