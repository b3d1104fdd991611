import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
} from 'graphql';
import { actsThroughThirdParty, assertHolds } from '../access/principal.js';
import type { RequestContext } from '../context.js';
import { Narrowing } from '../database/narrowing.js';
import type { NodeSource } from '../database/node-source.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { describeProblem, Refusal, refuse } from '../errors/refusal.js';
import { recordRefusal } from '../events/audit-refusals.js';
import type { AddedArguments } from './added-inputs.js';
import { type FieldPermissions, openTo, type ReadableField } from './field-permissions.js';
import type { GuardExtensions } from './permission.js';
import { entryType, type FieldReadings, readingsOf } from './readings.js';

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;
type Field = GraphQLField<unknown, unknown>;

/**
 * Puts the declared permission in front of every guarded field, the permissions of what its arguments look at in front
 * of every field with arguments, and turns refusals of mutations into `userErrors`. Works on the built schema, so that
 * no resolver can leave it out.
 */
export function guardFields(
  schema: GraphQLSchema,
  fields: FieldPermissions,
  additions: ReadonlyMap<string, AddedArguments>,
): void {
  const mutation = schema.getMutationType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      const added = additions.get(name);
      if (type === mutation) {
        if (added) field.resolve = applying(added, resolverOf(field)) as never;
      } else {
        const { look } = readingsOf(type.name, field, fields);
        const table = added && fields.sourceOf(entryType(getNamedType(field.type)).name)?.table;
        const lens: Lens = { name, look, added, table };
        if (look || added) field.resolve = looking(lens, resolverOf(field)) as never;
      }
      const { permission } = field.extensions as GuardExtensions;
      const source = fields.sourceOf(type.name);
      if (permission === 'signed-in') field.resolve = signedIn(resolverOf(field), type === mutation) as never;
      else if (permission && permission !== 'public')
        field.resolve = guarded(permission, source, resolverOf(field)) as never;
      if (type === mutation) field.resolve = answering(field.name, resolverOf(field)) as never;
    }
  }
}

function resolverOf(field: Field): Resolver {
  return (field.resolve ?? defaultFieldResolver) as Resolver;
}

/** What one changes for oneself asks for no permission, so no scope of a third party's program could hold it back. */
function signedIn(resolve: Resolver, changes: boolean): Resolver {
  return (source, args, ctx, info) => {
    if (!ctx.principal) throw refuse(kernelErrors.UNAUTHENTICATED);
    if (changes && actsThroughThirdParty(ctx.principal)) {
      throw refuse(kernelErrors.FORBIDDEN, { details: { permission: 'first-party' } });
    }
    return resolve(source, args, ctx, info);
  };
}

/** Held nowhere, a field is closed before anything is read; on a node it opens on the rows on which it is held. */
function guarded(permission: string, source: NodeSource | undefined, resolve: Resolver): Resolver {
  return (row, args, ctx, info) => {
    assertHolds(ctx.principal, permission);
    if (!source || source.reach(ctx, permission) === true) return resolve(row, args, ctx, info);
    return source.holds(ctx, permission, (row as { id: string }).id).then((held) => {
      if (!held) throw refuse(kernelErrors.FORBIDDEN, { details: { permission } });
      return resolve(row, args, ctx, info);
    });
  };
}

/** How the arguments of one field say which of its rows are shown. */
interface Lens {
  readonly name: string;
  readonly look: FieldReadings['look'];
  readonly added: AddedArguments | undefined;
  /** Where the rows are that plugins put conditions on. */
  readonly table: string | undefined;
}

/**
 * What may not be read may not be looked at by an argument either: a field that is open nowhere refuses the whole list,
 * one that is open on some rows narrows the list to these. Then come the conditions of plugins.
 */
function looking({ name, look, added, table }: Lens, resolve: Resolver): Resolver {
  return async (source, args, ctx, info) => {
    const tables = look ? tablesLookedAt(ctx, look(args)) : new Map<string, string[]>();
    const given = added?.given(args) ?? [];
    if (tables.size === 0 && given.length === 0) return resolve(source, args, ctx, info);
    const conditions = given.length > 0 ? await added!.conditions(ctx, args) : [];
    const narrowing = new Narrowing(tables, new Map(conditions.length > 0 ? [[table!, conditions]] : []));
    // Values of scalars may be such as JSON does not know.
    const key = JSON.stringify([[...tables], given], (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
    const narrowed = ctx.narrowedTo(`${name} ${key}`, narrowing);
    const result: unknown = await resolve(source, args, narrowed.ctx, info);
    const [missed] = narrowed.narrowing.missed;
    if (missed !== undefined)
      throw new Error(`${name} has read '${missed}' without its node source: it is not narrowed`);
    return result;
  };
}

/** What plugins do beside a mutation is one transaction with it. */
function applying(added: AddedArguments, resolve: Resolver): Resolver {
  return (source, args, ctx, info) => {
    if (added.given(args).length === 0) return resolve(source, args, ctx, info);
    return ctx.transaction(async (tx) => {
      const outcome = (await resolve(source, args, tx, info)) as Readonly<Record<string, unknown>>;
      await added.apply(tx, args, outcome);
      return outcome;
    });
  };
}

/** Errors: UNAUTHENTICATED, SECOND_FACTOR_REQUIRED, FORBIDDEN for a field that is open nowhere. */
function tablesLookedAt(ctx: RequestContext, fields: ReadonlySet<ReadableField>): Map<string, string[]> {
  const tables = new Map<string, string[]>();
  for (const field of fields) {
    const rows = openTo(ctx, field);
    if (rows === true) continue;
    const { table } = field.source!;
    const permissions = tables.get(table) ?? [];
    if (!permissions.includes(field.permission!)) permissions.push(field.permission!);
    tables.set(table, permissions.sort());
  }
  return tables;
}

/**
 * Expected refusals of a mutation are data, and on record where a permission was missing; not being signed in at all is
 * an error of the whole request.
 */
function answering(name: string, resolve: Resolver): Resolver {
  return async (source, args, ctx, info) => {
    ctx.action = name;
    try {
      return { userErrors: [], ...((await resolve(source, args, ctx, info)) as object) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.problems[0].error === kernelErrors.UNAUTHENTICATED) throw error;
      await recordRefusal(ctx, error);
      return { userErrors: error.problems.map((problem) => describeProblem(problem, ctx.locale)) };
    }
  };
}
