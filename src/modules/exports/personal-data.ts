import { type PersonalDataDefinition, sealedKey } from '../../kernel/index.js';

/** The table is about no person: it stands here because its files are sealed. An export is the keeper of its own key. */
export const personalData: readonly PersonalDataDefinition[] = [
  {
    table: 'exports',
    columns: { key_wrapped: sealedKey('case') },
    personColumn: 'id',
    retention: 'account',
  },
];
