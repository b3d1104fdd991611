import { z } from 'zod';

/** What a district may set for attachments, under the module's id. */
export const attachmentSettings = {
  id: 'attachments',
  settings: z.object({
    /** Largest file in mebibytes, whatever its kind. */
    maxMegabytes: z.int().min(1).max(100).default(100),
    /** Largest file of single kinds, by `Type.kind`; never more than the kind itself allows. */
    maxMegabytesOfKind: z.record(z.string(), z.int().min(1).max(100)).default({}),
    /** To how many mebibytes a DOCX or XLSX may unpack. */
    maxUnpackedMegabytes: z.int().min(1).max(1_000).default(500),
  }),
} as const;
