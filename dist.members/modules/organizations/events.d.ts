import type { Bilingual } from '../../kernel/index.js';
/** What this module announces; payloads hold local ids and codes. */
export declare const events: Readonly<Record<string, Bilingual>>;
