import type { InstalledPlugin } from './registry.js';
/** Sorts so that everything comes after what it requires; core modules first, otherwise in the order given. */
export declare function inDependencyOrder(installed: readonly InstalledPlugin[]): {
    ordered: InstalledPlugin[];
    problems: string[];
};
