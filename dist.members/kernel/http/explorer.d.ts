import type { FastifyInstance } from 'fastify';
import type { Bilingual } from '../bilingual.js';
/** One operation that works as soon as the explorer opens; it becomes a tab named after its operation. */
export interface ExplorerExample {
    readonly title: Bilingual;
    /** A document with one named operation: GraphiQL names the tab after it. */
    readonly query: string;
    readonly variables?: Record<string, unknown>;
    /** The demo role that can run it. The page takes it when the tab is opened. */
    readonly role?: string;
}
/** A principal the demo can issue a token for. */
export interface ExplorerTokenChoice {
    readonly district: string;
    readonly districtName: Bilingual;
    readonly role: string;
    readonly roleTitle: Bilingual;
}
export interface ExplorerOptions {
    readonly examples: readonly ExplorerExample[];
    /** Only in the demo: anybody who reaches the page may take any of these tokens. */
    readonly tokens?: {
        choices(): Promise<readonly ExplorerTokenChoice[]>;
        issue(district: string, role: string): Promise<string>;
    };
}
/**
 * Serves the explorer: GraphiQL at `/`, its files under `/explorer/`. Everything comes from this process, so it works
 * offline, and the page's Content-Security-Policy lets no request leave the origin.
 *
 * Without `options.tokens` (outside the demo) the token routes do not exist and the page asks for a token of one's own.
 */
export declare function registerExplorer(app: FastifyInstance, options: ExplorerOptions): void;
