import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { type Bilingual, both } from '../bilingual.js';
import { kernelErrors } from '../errors/kernel-errors.js';

/** What a scalar's rule says of a text: the value that goes inwards, or why not. */
export type Reading<Inside> =
  | { readonly ok: true; readonly value: Inside }
  | { readonly ok: false; readonly why: Bilingual };

interface StringScalar<Inside> {
  readonly name: string;
  readonly description: Bilingual;
  /** A public text that defines the format (`@specifiedBy`). */
  readonly specifiedByURL: string;
  /** True when output is a mask of the value, whoever asks: a list can then not be filtered or ordered by it. */
  readonly masked?: true;
  /** The rule for input. It must not repeat the text in `why`: it may be personal data, and errors are logged. */
  readonly read: (text: string) => Reading<Inside>;
  /** Output. Throws TypeError (a programming fault, answered as INTERNAL) for what a resolver must not return. */
  readonly write: (value: unknown) => string;
}

/**
 * A scalar that is a string outside. Numbers, booleans and objects are refused as input, and in documents anything
 * but a string literal, so that `12.10` can never become a float, nor an unquoted name a code, on the way in.
 *
 * Refused input throws a GraphQLError with `extensions.code` INVALID_VALUE. The caller's language is not known here,
 * so its message is in both, `中文 / English`.
 */
export function stringScalar<Inside>(definition: StringScalar<Inside>): GraphQLScalarType<Inside, string> {
  const { name, read } = definition;
  const refuse = (why: Bilingual, nodes?: ValueNode) =>
    new GraphQLError(`${name}: ${both(why)}`, { nodes, extensions: { code: kernelErrors.INVALID_VALUE.code } });
  const take = (text: unknown, nodes?: ValueNode): Inside => {
    if (typeof text !== 'string') throw refuse({ zh: '须为字符串', en: 'must be a string' }, nodes);
    const reading = read(text);
    if (!reading.ok) throw refuse(reading.why, nodes);
    return reading.value;
  };
  return new GraphQLScalarType<Inside, string>({
    name,
    description: both(definition.description),
    specifiedByURL: definition.specifiedByURL,
    extensions: { masked: definition.masked ?? false },
    serialize: definition.write,
    parseValue: (text) => take(text),
    parseLiteral: (node) => take(node.kind === Kind.STRING ? node.value : undefined, node),
  });
}

/** The fault of a resolver that returned what its scalar cannot show. Names the kind of the value, never the value. */
export function unshowable(name: string, value: unknown, wanted: string): TypeError {
  const kind = value === null ? 'null' : value instanceof Date ? 'Date' : typeof value;
  return new TypeError(`${name} shows ${wanted}; a resolver returned something else (${kind})`);
}
