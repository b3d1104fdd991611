import type { Registry } from '../plugin/registry.js';
import type { Principal } from './principal.js';
/** Id of the system as an actor; no row of any table has it. */
export declare const SYSTEM_PRINCIPAL_ID = "00000000-0000-0000-0000-000000000000";
/** The system acting in one district: a principal like any other, so that no service needs a way around its checks. */
export declare function grantEverything(registry: Registry, name: string): Principal;
