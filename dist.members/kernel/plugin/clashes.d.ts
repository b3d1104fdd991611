import { type InstalledPlugin } from './registry.js';
/** Everything claimed twice, naming both claimants, and every reference to something that nobody declares. */
export declare function clashProblems(installed: readonly InstalledPlugin[]): string[];
