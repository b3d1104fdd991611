import type { Registry } from '../plugin/registry.js';
/** The document of every error code of a registry, in Markdown: what it says, how to cure it, whether to try again. */
export declare function errorsDocument(registry: Registry): string;
