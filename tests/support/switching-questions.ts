import type { Random } from '../../src/demo/random.js';
import type { Answer, Client } from '../../src/testing/index.js';
import type { Evidence } from './switching-model.js';

/** Where one module shows in the graph: its names on types that everybody has. */
export interface Shown {
  readonly id: string;
  readonly query: string;
  /** A selection on `Query`. */
  readonly selection: string;
  readonly onMember: string;
  readonly mutation: string;
  /** Type of the mutation's input, and one that nothing is done for. */
  readonly input: readonly [type: string, value: object];
}

/** What an answer showed, or what was wrong with it. */
export type Seen = Evidence | { readonly fault: string };

/** One of the questions, put at random. */
export async function ask(client: Client, modules: readonly Shown[], random: Random): Promise<Seen> {
  if (random.chance(0.2)) return seenWhole(await client.send(WHOLE), modules);
  if (random.chance(0.05)) return seenInText(await client.fetch('/schema.graphql'), modules);
  const some = modules.filter(() => random.chance(0.3));
  const [one] = some;
  if (one && random.chance(0.2)) return changed(await client.send(mutating(one), { input: one.input[1] }), one);
  return seenIn(await client.send(naming(some)), some, modules);
}

export const WHOLE = `{
  query: __type(name: "Query") { fields { name } } mutation: __type(name: "Mutation") { fields { name } }
  member: __type(name: "Member") { fields { name } } }`;

/** Introspection shows every module, three times. */
export function seenWhole({ status, data, errors }: Answer, modules: readonly Shown[]): Seen {
  if (status !== 200 || errors.length > 0) return { fault: `status ${status}: ${JSON.stringify(errors)}` };
  const names = (type: string) => new Set<string>(data[type].fields.map(({ name }: { name: string }) => name));
  const [query, mutation, member] = ['query', 'mutation', 'member'].map(names);
  return halvesOf(modules, (module) => [
    query!.has(module.query),
    mutation!.has(module.mutation),
    member!.has(module.onMember),
  ]);
}

async function seenInText(response: Response, modules: readonly Shown[]): Promise<Seen> {
  const text = await response.text();
  if (response.status !== 200) return { fault: `status ${response.status}: ${text}` };
  const has = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);
  return halvesOf(modules, ({ query, mutation, onMember }) => [has(query), has(mutation), has(onMember)]);
}

/** A module is there everywhere, or nowhere. */
function halvesOf(modules: readonly Shown[], places: (module: Shown) => readonly boolean[]): Seen {
  const on = new Set<string>();
  const off = new Set<string>();
  for (const module of modules) {
    const found = places(module);
    if (new Set(found).size > 1) return { fault: `half of ${module.id}: ${found.join(', ')}` };
    (found[0] ? on : off).add(module.id);
  }
  return { on, off };
}

function naming(modules: readonly Shown[]): string {
  const onMember = modules.map(({ onMember }) => `${onMember}(first: 1) { nodes { id } }`).join(' ');
  return `{ viewer { name } members(first: 1) { nodes { id ${onMember} } }
    ${modules.map(({ selection }) => selection).join('\n')} }`;
}

function mutating({ mutation, input }: Shown): string {
  return `mutation ($input: ${input[0]}!) { ${mutation}(input: $input) { userErrors { code } } }`;
}

function changed({ status, data, errors }: Answer, module: Shown): Seen {
  const codes = data?.[module.mutation]?.userErrors?.map(({ code }: { code: string }) => code);
  if (codes?.join() === 'NOT_FOUND') return { on: new Set([module.id]), off: new Set() };
  const unknown = errors.filter(({ message }) => message.includes(`Cannot query field "${module.mutation}"`));
  const type = errors.filter(({ message }) => message.includes(`Unknown type "${module.input[0]}"`));
  if (status === 400 && unknown.length === 1 && type.length === 1 && errors.length === 2) {
    return { on: new Set(), off: new Set([module.id]) };
  }
  return { fault: `status ${status}: ${JSON.stringify({ data, errors })}` };
}

/** Either everything that was named is there, or exactly the fields of modules that are off are unknown, each of them. */
function seenIn({ status, data, errors }: Answer, named: readonly Shown[], all: readonly Shown[]): Seen {
  if (status === 200 && errors.length === 0 && data) return { on: new Set(named.map(({ id }) => id)), off: new Set() };
  const unknown = new Set<string>();
  const suggested = new Set<string>();
  for (const { message, extensions } of errors) {
    const found = /Cannot query field "(\w+)" on type "(Query|Member)"\.(.*)$/.exec(message);
    if (!found || extensions.code !== 'GRAPHQL_VALIDATION_FAILED') return { fault: `status ${status}: ${message}` };
    unknown.add(`${found[2]}.${found[1]}`);
    for (const [, name] of found[3]!.matchAll(/"(\w+)"/g)) suggested.add(name!);
  }
  if (status !== 400 || unknown.size === 0) return { fault: `status ${status}: ${JSON.stringify({ data, errors })}` };
  const seen = halvesOf(named, ({ query, onMember }) => [
    !unknown.has(`Query.${query}`),
    !unknown.has(`Member.${onMember}`),
  ]);
  if ('fault' in seen) return seen;
  const also = all.filter(({ query, onMember }) => suggested.has(query) || suggested.has(onMember));
  return { ...seen, on: new Set([...seen.on, ...also.map(({ id }) => id)]) };
}
