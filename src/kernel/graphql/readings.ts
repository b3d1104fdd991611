import {
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { FieldPermissions, ReadableField } from './field-permissions.js';
import type { ReadingExtensions, Readings } from './permission.js';

type Field = GraphQLField<unknown, unknown>;
type Input = GraphQLArgument | GraphQLInputField;

/** Collects the guarded fields that a value given for an argument makes a list look at. */
type Look = (value: unknown, found: Set<ReadableField>) => void;

/** Names of arguments and input fields whose enum lists fields, also where one of its values is called otherwise. */
const LISTS_FIELDS = /^(orderBy|sortBy|groupBy|by|field)$/;

/** What the arguments of one field look at. */
export interface FieldReadings {
  /** `undefined` when no argument can look at a field that not everybody who sees the row may read. */
  readonly look: ((args: Readonly<Record<string, unknown>>) => ReadonlySet<ReadableField>) | undefined;
  /** Every argument, input field and enum value with what it looks at; an empty list for those that look at nothing. */
  readonly leaves: ReadonlyMap<string, readonly ReadableField[]>;
  /** Arguments of which nothing says what they look at, each with a cure. */
  readonly problems: readonly string[];
}

/** Where a page lies in a list: {@link PageArgs}. Whoever pages looks at what the list is ordered by. */
const PAGING = new Set(['first', 'after', 'last', 'before']);

/**
 * Derives what the arguments of a field look at. An argument or input field looks at the field of its own name on the
 * type that comes back (`status`, `organizationId` at `organization`, `codes` at `code`), or at those that its
 * `@Reads()` names; a value of an enum that lists fields (`REGISTERED_AT`) at the field of its name.
 */
export function readingsOf(owner: string, field: Field, fields: FieldPermissions): FieldReadings {
  const derivation = new Derivation(fields);
  const target = entryType(getNamedType(field.type));
  const looks = field.args.flatMap((argument): [string, Look][] => {
    if (PAGING.has(argument.name)) return [];
    const declared = (field.extensions as ReadingExtensions).readsBy?.[argument.name];
    const look = derivation.ofInput(`${owner}.${field.name}(${argument.name})`, argument, target, declared);
    return look ? [[argument.name, look]] : [];
  });
  const { leaves, problems } = derivation;
  if (looks.length === 0) return { look: undefined, leaves, problems };
  return {
    leaves,
    problems,
    look(args) {
      const found = new Set<ReadableField>();
      for (const [name, look] of looks) if (args[name] !== undefined) look(args[name], found);
      return found;
    },
  };
}

/** The type of the entries behind a list, or the type itself. */
export function entryType(type: GraphQLNamedType): GraphQLNamedType {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return type;
  return getNamedType(type.getFields().nodes?.type ?? type);
}

class Derivation {
  readonly leaves = new Map<string, readonly ReadableField[]>();
  readonly problems: string[] = [];
  /** Input types that are being looked through; filters may nest in themselves. */
  readonly #open = new Map<string, { look: Look | undefined }>();

  constructor(readonly fields: FieldPermissions) {}

  /** What a value of this argument or input field looks at; `undefined` when at nothing that is guarded. */
  ofInput(at: string, input: Input, target: GraphQLNamedType, declared?: Readings): Look | undefined {
    const type = getNamedType(input.type);
    const extensions = input.extensions as ReadingExtensions;
    const said = declared ?? extensions.reads;
    if (said) return this.#leaf(at, this.#declared(at, said));
    const values = isEnumType(type) ? this.#valuesOf(at, input, type, target) : undefined;
    if (values) return values.look;
    const own = this.#named(input, target);
    if (!isInputObjectType(type)) {
      if (!own) this.problems.push(`${at}: ${CURE}`);
      // Whatever it looks at, it may be any value that is guarded.
      return this.#leaf(at, own ? [own] : this.fields.guardedValues(target.name));
    }
    const beyond = own && getNamedType(this.fields.fieldOf(own.type, own.field)!.type);
    const itself = own && this.#leaf(at, [own]);
    // An object for a plain value holds operators (`{ from, to }`), and all of them look at that value.
    if (beyond && !isObjectType(beyond) && !isInterfaceType(beyond)) return itself;
    return both(itself, this.#inside(at, type.name, input.type, beyond ? entryType(beyond) : target));
  }

  /** The fields of an input object; one that stands for nothing itself (`filter`, `and`, `orderBy`) has theirs alone. */
  #inside(at: string, name: string, given: GraphQLInputType, target: GraphQLNamedType): Look | undefined {
    const key = `${name} for ${target.name}`;
    const known = this.#open.get(key);
    // Inside itself it looks at what it looks at outside; whether that is anything is known when it is called.
    if (known) return (value, found) => each(given, value, (one) => known.look?.(one, found));
    const entry: { look: Look | undefined } = { look: undefined };
    this.#open.set(key, entry);
    const type = this.fields.schema.getType(name);
    const looks = Object.values(isInputObjectType(type) ? type.getFields() : {}).flatMap((field): [string, Look][] => {
      const look = this.ofInput(`${at}.${field.name}`, field, target);
      return look ? [[field.name, look]] : [];
    });
    if (looks.length === 0) return undefined;
    entry.look = (value, found) => {
      const object = value as Readonly<Record<string, unknown>> | null;
      for (const [field, look] of looks) if (object?.[field] !== undefined) look(object[field], found);
    };
    return (value, found) => each(given, value, (one) => entry.look!(one, found));
  }

  /** An enum whose values are fields of the type or are declared to be; `undefined` for one whose values are values. */
  #valuesOf(
    at: string,
    input: Input,
    type: GraphQLEnumType,
    target: GraphQLNamedType,
  ): { look: Look | undefined } | undefined {
    const values = type.getValues();
    const declared = (input.extensions as ReadingExtensions).readsBy;
    if (values.every(({ name }) => name === 'ASC' || name === 'DESC')) return { look: this.#leaf(at, []) };
    const known = values.map(({ name, value }) => {
      const said = declared?.[name];
      const read = said ? this.#declared(`${at}: ${name}`, said) : this.#field(target, camelCase(name));
      return { name, value: value as unknown, read };
    });
    const listsFields = declared || known.every(({ read }) => read) || LISTS_FIELDS.test(input.name);
    if (!listsFields) return undefined;
    const looks = new Map<unknown, Look>();
    for (const { name, value, read } of known) {
      if (!read) this.problems.push(`${at}: ${name}: ${CURE}`);
      const look = read && this.#leaf(`${at}: ${name}`, read);
      if (look) looks.set(value, look);
    }
    if (looks.size === 0) return { look: undefined };
    const look: Look = (value, found) => {
      for (const one of Array.isArray(value) ? value : [value]) looks.get(one)?.(one, found);
    };
    return { look };
  }

  /** The field of the type that an argument is named after. */
  #named(input: Input, target: GraphQLNamedType): ReadableField | undefined {
    const names = [input.name];
    if (input.name.endsWith('Id')) names.push(input.name.slice(0, -2));
    if (isListType(isNonNullType(input.type) ? input.type.ofType : input.type) && input.name.endsWith('s')) {
      names.push(input.name.slice(0, -1));
    }
    return names.map((name) => this.fields.of(target.name, name)).find((found) => found !== undefined);
  }

  #field(target: GraphQLNamedType, name: string): ReadableField[] | undefined {
    const found = this.fields.of(target.name, name);
    return found && [found];
  }

  #declared(at: string, said: Readings): ReadableField[] {
    if ('nothing' in said) return [];
    return said.flatMap((path) => {
      const [type, field] = path.split('.') as [string, string];
      const found = this.fields.of(type, field);
      if (!found) this.problems.push(`${at} is declared to read '${path}', which the graph does not have; correct it.`);
      return found ?? [];
    });
  }

  #leaf(at: string, read: readonly ReadableField[]): Look | undefined {
    this.leaves.set(at, read);
    const guarded = read.filter(({ permission, masked }) => permission !== undefined || masked);
    if (guarded.length === 0) return undefined;
    return (_value, found) => {
      for (const field of guarded) found.add(field);
    };
  }
}

const CURE =
  "nothing says which field of the graph it looks at; name it after the field, or say it with @Reads('Type.field'), @ReadsBy() or @ReadsNothing('why').";

function each(type: GraphQLInputType, value: unknown, look: (one: unknown) => void): void {
  if (Array.isArray(value)) for (const one of value) each(type, one, look);
  else look(value);
}

function both(one: Look | undefined, other: Look | undefined): Look | undefined {
  if (!one || !other) return one ?? other;
  return (value, found) => {
    one(value, found);
    other(value, found);
  };
}

function camelCase(name: string): string {
  return name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
