import type { EntitySchema } from '@mikro-orm/core';
import type { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { PermissionDefinitions, RoleDefinition } from '../access/permissions.js';
import type { Principal } from '../access/principal.js';
import type { Bilingual } from '../bilingual.js';
import type { RequestContext } from '../context.js';
import type { NodeSource } from '../database/node-source.js';
import type { ErrorDefinition } from '../errors/define.js';
import type { AttachmentOwner, ExportList } from '../files/definitions.js';
import type { AddedEnumValue, AddedInputFields } from '../graphql/additions.js';
import type { ExplorerExample } from '../http/explorer.js';
import type { Kernel } from '../kernel.js';
import type { ConsentDefinition } from '../personal-data/consent.js';
import type { PersonalDataDefinition } from '../personal-data/definition.js';
import type { PersonalFiles } from '../personal-data/personal-files.js';

/** Version of this interface. A plugin written for another one is refused at boot. */
export const CONTRACT_VERSION = 1;

/** One event as its handlers see it: ids and codes only, never personal data. */
export interface DomainEvent {
  readonly id: string;
  readonly type: string;
  /** RFC 3339. */
  readonly at: string;
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
}

export interface JobDefinition {
  readonly title: Bilingual;
  /** Runs inside the scope of one district, as the system; repeated with back-off when it throws. */
  run(ctx: RequestContext, input: unknown): Promise<void>;
}

/** Runs work on the platform, migrated and closed again when the work is done; for commands. */
export type OpenPlatform = <T>(work: (kernel: Kernel) => Promise<T>) => Promise<T>;

/** One kind of case that is begun and ended, told to whoever wants to switch the module off. */
export interface OpenCases {
  readonly title: Bilingual;
  /** How many are under way in the district of the context, whoever may see them; asked with the module on or off. */
  count(ctx: RequestContext): Promise<number>;
}

/** What arrives with a request before anybody knows who sent it. */
export interface Caller {
  /** What stood behind `Bearer`. */
  readonly token: string;
  /** Address of the network peer, or of the one that a trusted proxy named. */
  readonly address: string;
  readonly method: string;
  /** Path without the query string. */
  readonly path: string;
  /** Path with the query string, byte for byte as it was sent: with GET it is all that says what is asked for. */
  readonly target: string;
  /** Body as it was sent, empty without one. */
  readonly body: Uint8Array;
  header(name: string): string | undefined;
}

/** Who a bearer credential stands for, before the tables were asked. */
export interface Credentials {
  /** Code of the district to enter. */
  readonly districtCode: string;
  /** Loads the principal inside the district's scope; `null` when unknown, suspended or ended. */
  load(ctx: RequestContext): Promise<Principal | null>;
  /** Stable key under which the loaded principal may be remembered for a few seconds; it names all that `load` rests on. */
  readonly cacheKey: string;
}

export interface DemoDefinition {
  /** Operations that open in the explorer. */
  readonly examples?: readonly ExplorerExample[];
  /** Codes of the demo districts that have the plugin on. */
  readonly districts?: readonly string[];
  /** True when {@link seed} adds only what is missing and runs at every start of the demo. */
  readonly repeatable?: boolean;
  /** Fills one demo district, inside one transaction, through the services. Must be deterministic. */
  seed?(ctx: RequestContext, options: DemoOptions): Promise<void>;
}

export interface DemoOptions {
  /** 100 = one hundredth of the reported figures, 1 = all of them. */
  readonly divisor: number;
  readonly seed: number;
  readonly progress: (step: string) => void;
}

/**
 * What a module or plugin adds to the platform; all optional but the first four.
 * Core modules are written with the same contract. Importing a plugin must have no side effect.
 */
export interface PluginDefinition {
  /** kebab-case; also the prefix of its tables (`service-card` -> `service_card_`). */
  readonly id: string;
  readonly version: string;
  readonly contract: number;
  readonly title: Bilingual;
  /** What it is for, in one sentence, for whoever decides about switching it on. */
  readonly description?: Bilingual;
  /** Ids of plugins that must be installed and enabled with this one. Core modules need not be named. */
  readonly requires?: readonly string[];
  /** Every table it owns, one entity each. */
  readonly entities?: readonly EntitySchema[];
  /** Folder of `<stamp>_<slug>.sql` files, applied in order of their stamps. */
  readonly migrations?: URL;
  /** type-graphql resolver classes; fields on another's type stand in a class of their own. */
  readonly resolvers?: readonly Function[];
  /** Values it adds to enums of others, by the name of the enum. Districts without the plugin do not have them. */
  readonly enumValues?: Readonly<Record<string, Readonly<Record<string, AddedEnumValue>>>>;
  /** Fields it adds to inputs of others, by the name of the input. Districts without the plugin do not have them. */
  readonly inputFields?: Readonly<Record<string, AddedInputFields>>;
  /** Per GraphQL type that implements `Node`: where its rows are and the one predicate that says who sees them. */
  readonly nodes?: Readonly<Record<string, NodeSource>>;
  readonly permissions?: PermissionDefinitions;
  readonly roles?: Readonly<Record<string, RoleDefinition>>;
  readonly errors?: Readonly<Record<string, ErrorDefinition>>;
  /** zod object in which every setting has a default. */
  readonly settings?: z.ZodObject;
  /** Events it emits, `noun.happened`. */
  readonly events?: Readonly<Record<string, Bilingual>>;
  /** Events of other owners it reacts to, each in a job of its own. */
  readonly handles?: Readonly<Record<string, (ctx: RequestContext, event: DomainEvent) => Promise<void>>>;
  readonly jobs?: Readonly<Record<string, JobDefinition>>;
  /** HTTP routes, mounted under `/<id>/`. */
  readonly routes?: (app: FastifyInstance, kernel: Kernel) => void;
  /** Adds commands to the command line, below its id: `lianxin <id> <command>`. */
  readonly commands?: (command: Command, open: OpenPlatform) => void;
  readonly personalData?: readonly PersonalDataDefinition[];
  /** Takes its files of a person into the export and removes them on erasure. */
  readonly personalFiles?: PersonalFiles;
  /** Purposes that need a person's consent, each with its text in force; kebab-case, for example `reading-circle-photos`. */
  readonly consents?: Readonly<Record<string, ConsentDefinition>>;
  /** Per GraphQL type that implements `Node`: which kinds of files can be attached to it. */
  readonly attachments?: Readonly<Record<string, AttachmentOwner>>;
  /** Lists that can be had as one file, by their code in kebab-case. */
  readonly exports?: Readonly<Record<string, ExportList>>;
  /** What can be under way when the module is switched off, by kind in kebab-case (`reading-circle-places`). */
  readonly openCases?: Readonly<Record<string, OpenCases>>;
  /** Per entity whose changes belong to the history of another node: that node's type and the property with its id. */
  readonly historyOf?: Readonly<Record<string, { readonly type: string; readonly property: string }>>;
  /** Reads bearer tokens; `null` when the token is not of this kind. Throws UNAUTHENTICATED when it is, and is bad. */
  readonly authenticate?: (token: string, kernel: Kernel) => Promise<Credentials | null>;
  /**
   * Asked on every request of somebody signed in, in the district's scope, with what may not be remembered: where the
   * request comes from, whether it is signed. `false` answers UNAUTHENTICATED without saying why.
   */
  readonly admits?: (caller: Caller, ctx: RequestContext) => Promise<boolean>;
  readonly demo?: DemoDefinition;
  readonly onStart?: (kernel: Kernel) => Promise<void>;
  readonly onStop?: (kernel: Kernel) => Promise<void>;
}

/** Declares a module or plugin. It only checks types and freezes: nothing is registered by importing it. */
export function definePlugin(definition: PluginDefinition): PluginDefinition {
  return Object.freeze(definition);
}
