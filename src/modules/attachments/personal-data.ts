import { type PersonalDataDefinition, plain, sealed, sealedKey } from '../../kernel/index.js';

/** What is known about a file is known about the person whose key seals it. */
export const personalData: readonly PersonalDataDefinition[] = [
  {
    table: 'attachments',
    columns: {
      kind: plain(),
      name_sealed: sealed('case'),
      key_wrapped: sealedKey('case'),
      media_type: plain(),
      size: plain(),
      sha256: plain(),
      added_at: plain(),
    },
    // The person, or the organization for its own files.
    personColumn: 'key_owner_id',
    harmless: {
      owner_type: 'a name of the graph',
      owner_id: 'the object that the file is attached to',
      key_owner_id: 'the person again, or the organization whose file it is',
      storage_key: 'random',
      added_by: 'the account that added it',
      awaited_until: 'when the upload had to be there',
      stored_at: 'a time of the machine',
    },
    retention: 'case',
    onErasure: 'delete',
  },
];
