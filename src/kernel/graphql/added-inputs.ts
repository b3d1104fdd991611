import type { Expression, SqlBool } from 'kysely';
import type { RequestContext } from '../context.js';
import type { Registry } from '../plugin/registry.js';
import type { AddedInputFields } from './additions.js';
import { usesOf } from './input-uses.js';
import type { Superset } from './superset.js';

type Args = Readonly<Record<string, unknown>>;
type Values = Readonly<Record<string, unknown>>;

/** What one plugin has added to one argument of a field. */
interface Addition {
  readonly argument: string;
  readonly names: readonly string[];
  readonly added: AddedInputFields;
}

/** What plugins have added to the arguments of one field of the graph, as given by one call. */
export class AddedArguments {
  constructor(readonly additions: readonly Addition[]) {}

  /** The added fields that a call gives, by themselves: a key for what rests on them. Empty when it gives none. */
  given(args: Args): readonly Values[] {
    return this.additions.flatMap((addition) => {
      const values = valuesOf(addition, args);
      return values ? [values] : [];
    });
  }

  /** Conditions on the rows of a list, by those plugins whose fields have a value. */
  conditions(ctx: RequestContext, args: Args): Promise<(Expression<SqlBool> | boolean)[]> {
    return Promise.all(
      this.additions.flatMap((addition) => {
        const { argument, added } = addition;
        const values = valuesOf(addition, args);
        if (!added.narrow || !values || Object.values(values).every((value) => value === null)) return [];
        return [added.narrow(ctx, Object.assign(new added.fields(), values), [argument])];
      }),
    );
  }

  /** Lets those plugins whose fields were given do what they do beside a mutation, in order. */
  async apply(tx: RequestContext, args: Args, outcome: Readonly<Record<string, unknown>>): Promise<void> {
    for (const addition of this.additions) {
      const { added } = addition;
      const values = valuesOf(addition, args);
      if (values) await added.apply?.(tx, Object.assign(new added.fields(), values), outcome);
    }
  }
}

/** Those fields of an argument that the plugin has added, as far as they were given; `undefined` without any. */
function valuesOf({ argument, names }: Addition, args: Args): Values | undefined {
  const value = args[argument] as Values | null | undefined;
  if (value == null) return undefined;
  const given = names.filter((name) => value[name] !== undefined);
  return given.length > 0 ? Object.fromEntries(given.map((name) => [name, value[name]])) : undefined;
}

/** What plugins add to arguments, by `Type.field` of the field that takes them. */
export function addedInputs(superset: Superset, registry: Registry): ReadonlyMap<string, AddedArguments> {
  const { schema, ownerOfField } = superset;
  const found = new Map<string, Addition[]>();
  for (const { id, inputFields } of registry.plugins) {
    for (const [input, added] of Object.entries(inputFields ?? {})) {
      for (const { type, field, argument } of usesOf(superset, input).calls) {
        const key = `${type.name}.${field.name}`;
        const names = namesIn(schema, input).filter((name) => ownerOfField(input, name) === id);
        found.set(key, [...(found.get(key) ?? []), { argument: argument.name, names, added }]);
      }
    }
  }
  return new Map([...found].map(([key, additions]) => [key, new AddedArguments(additions)]));
}

function namesIn(schema: Superset['schema'], input: string): string[] {
  const type = schema.getType(input);
  return type && 'getFields' in type ? Object.keys(type.getFields()) : [];
}
