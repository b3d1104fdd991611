import {
  type GraphQLEnumType,
  type GraphQLEnumValue,
  type GraphQLFieldMap,
  type GraphQLInputField,
  type GraphQLInputFieldMap,
  type GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLSchema,
  type GraphQLType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { ProjectedSchema } from './projected-schema.js';
import {
  ProjectedEnum,
  ProjectedInput,
  ProjectedInterface,
  ProjectedObject,
  ProjectedUnion,
} from './projected-types.js';
import { EVERYBODY, type Field, type Member, NOBODY, type Part, type SchemaParts } from './schema-parts.js';
import type { Superset } from './superset.js';

/**
 * Derives the schema of one set of modules: what other modules brought does not exist in it, nor what only it leads to,
 * nor what would be left empty or without something it cannot do without. What is the same as in the superset is the
 * superset's own; scalars and resolvers are shared in any case.
 */
export function projectSchema({ parts }: Pick<Superset, 'parts'>, modules: ReadonlySet<string>): GraphQLSchema {
  return new ProjectedSchema(new Projection(parts, modules));
}

/** What exists for one set of modules, and the types in which it differs from the superset. */
export class Projection {
  /** By owner: whether it is among the modules. */
  readonly #on: Uint8Array;
  /** By part: whether it exists. */
  readonly #alive: Uint8Array;
  /** By part: whether anything is different from the superset, in it or in what it leads to. */
  readonly #changed: Uint8Array;
  readonly #made: (GraphQLNamedType | undefined)[];

  constructor(
    readonly all: SchemaParts,
    modules: ReadonlySet<string>,
  ) {
    const { parts, owners } = all;
    this.#on = Uint8Array.from(owners, (id, place) =>
      Number(place === EVERYBODY || (place !== NOBODY && modules.has(id))),
    );
    this.#alive = Uint8Array.from(parts, ({ owner }) => this.#on[owner]!);
    this.#changed = new Uint8Array(parts.length);
    this.#made = new Array(parts.length);
    this.#buryIncomplete();
    this.#markChanged();
  }

  has(place: number): boolean {
    return this.#alive[place] === 1;
  }

  /** The type of a part that exists. */
  typeAt(place: number): GraphQLNamedType {
    const part = this.all.parts[place]!;
    if (!this.#changed[place]) return part.type;
    this.#made[place] ??= this.#make(part);
    return this.#made[place];
  }

  /** Everything that the roots lead to, and what implements an interface, in the superset's order. */
  reachable(): number[] {
    const found = new Uint8Array(this.all.parts.length);
    const waiting: number[] = [];
    const reach = (place: number | undefined): void => {
      if (place === undefined || place < 0 || found[place] || !this.#alive[place]) return;
      found[place] = 1;
      waiting.push(place);
    };
    for (const root of Object.values(this.all.roots)) reach(root);
    for (const place of this.all.implementations) reach(place);
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      const part = this.all.parts[place]!;
      for (const kept of this.#implemented(part)) reach(kept);
      for (const member of part.members) {
        if (!this.#keeps(member)) continue;
        reach(member.target);
        for (const taken of member.args) reach(taken);
      }
    }
    return [...found.keys()].filter((place) => found[place]);
  }

  /** Whether a member exists, given that its type does. */
  #keeps(member: Member): boolean {
    if (!this.#on[member.owner]) return false;
    for (const need of member.needs) if (!this.#alive[need]) return false;
    return true;
  }

  /** Parts that nothing is left of, or not what they need, go away, and then what cannot be without these. */
  #buryIncomplete(): void {
    const waiting = [...this.all.parts.keys()];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (!this.#alive[place]) continue;
      const { members, referrers, type } = this.all.parts[place]!;
      if (members.length === 0 && !isUnionType(type)) continue;
      const complete =
        members.some((member) => this.#keeps(member)) &&
        !members.some((member) => member.required && this.#on[member.owner] && !this.#keeps(member));
      if (complete) continue;
      this.#alive[place] = 0;
      for (const referrer of referrers) waiting.push(referrer);
    }
  }

  #markChanged(): void {
    const waiting: number[] = [];
    for (let place = 0; place < this.#alive.length; place += 1) {
      if (!this.#alive[place] || this.#isWhole(this.all.parts[place]!)) continue;
      this.#changed[place] = 1;
      waiting.push(place);
    }
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      for (const referrer of this.all.parts[place]!.referrers) {
        if (this.#changed[referrer] || !this.#alive[referrer]) continue;
        this.#changed[referrer] = 1;
        waiting.push(referrer);
      }
    }
  }

  #isWhole({ members, interfaces }: Part): boolean {
    return (
      members.every((member) => this.#keeps(member) && member.args.every((part) => this.#alive[part])) &&
      interfaces.every((part) => this.#alive[part])
    );
  }

  #make(part: Part): GraphQLNamedType {
    const original = part.type;
    if (isObjectType(original)) {
      return new ProjectedObject(
        original,
        () => this.#fields(part),
        () => this.#interfaces(part),
      );
    }
    if (isInterfaceType(original)) {
      return new ProjectedInterface(
        original,
        () => this.#fields(part),
        () => this.#interfaces(part),
      );
    }
    if (isUnionType(original)) {
      return new ProjectedUnion(original, () => this.#kept(part).map(({ target }) => this.typeAt(target) as never));
    }
    if (isInputObjectType(original)) return new ProjectedInput(original, () => this.#inputFields(part));
    return this.#enum(part, original as GraphQLEnumType);
  }

  #kept({ members }: Part): Member[] {
    return members.filter((member) => this.#keeps(member));
  }

  #fields(part: Part): GraphQLFieldMap<unknown, unknown> {
    const fields: GraphQLFieldMap<unknown, unknown> = Object.create(null);
    for (const member of this.#kept(part)) fields[member.name] = this.#field(member);
    return fields;
  }

  /** The superset's own field, unless its type or one of its arguments has changed. */
  #field({ definition, target, args }: Member): Field {
    const field = definition as Field;
    const sameArgs = args.every((part) => this.#alive[part] && !this.#changed[part]);
    if (sameArgs && !this.#changed[target]) return field;
    return {
      ...field,
      type: this.#typed(field.type, target),
      args: sameArgs ? field.args : this.#args(field, args),
    };
  }

  #args(field: Field, parts: Member['args']): Field['args'] {
    return field.args.flatMap((argument, at) => {
      const part = parts[at]!;
      if (!this.#alive[part]) return [];
      return this.#changed[part] ? [{ ...argument, type: this.#typed(argument.type, part) }] : [argument];
    });
  }

  #inputFields(part: Part): GraphQLInputFieldMap {
    const fields: GraphQLInputFieldMap = Object.create(null);
    for (const { name, definition, target } of this.#kept(part)) {
      const field = definition as GraphQLInputField;
      fields[name] = this.#changed[target] ? { ...field, type: this.#typed(field.type, target) } : field;
    }
    return fields;
  }

  #enum(part: Part, original: GraphQLEnumType): GraphQLEnumType {
    const values = this.#kept(part).map(({ definition }) => definition as GraphQLEnumValue);
    const names = new Set(values.map(({ name }) => name));
    return new ProjectedEnum(original, values, new Map([...part.elsewhere].filter(([name]) => !names.has(name))));
  }

  #interfaces(part: Part): GraphQLInterfaceType[] {
    return this.#implemented(part).map((place) => this.typeAt(place) as GraphQLInterfaceType);
  }

  /** An interface that promises a field which the object has lost is not implemented by it any more. */
  #implemented(part: Part): number[] {
    if (part.interfaces.length === 0) return [];
    const own = new Set(this.#kept(part).map(({ name }) => name));
    return part.interfaces.filter(
      (place) => this.has(place) && this.#kept(this.all.parts[place]!).every(({ name }) => own.has(name)),
    );
  }

  /** The same lists and non-nulls around the type of this schema. */
  #typed<Wrapped extends GraphQLType>(original: Wrapped, place: number): Wrapped {
    if (isNonNullType(original)) return new GraphQLNonNull(this.#typed(original.ofType, place)) as Wrapped;
    if (isListType(original)) return new GraphQLList(this.#typed(original.ofType, place)) as Wrapped;
    return this.typeAt(place) as Wrapped;
  }
}
