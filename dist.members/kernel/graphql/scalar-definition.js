import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { both } from '../bilingual.js';
import { kernelErrors } from '../errors/kernel-errors.js';
/**
 * A scalar that is a string outside. Numbers, booleans and objects are refused as input, and in documents anything
 * but a string literal, so that `12.10` can never become a float, nor an unquoted name a code, on the way in.
 *
 * Refused input throws a GraphQLError with `extensions.code` INVALID_VALUE. The caller's language is not known here,
 * so its message is in both, `中文 / English`.
 */
export function stringScalar(definition) {
    const { name, read } = definition;
    const refuse = (why, nodes) => new GraphQLError(`${name}: ${both(why)}`, { nodes, extensions: { code: kernelErrors.INVALID_VALUE.code } });
    const take = (text, nodes) => {
        if (typeof text !== 'string')
            throw refuse({ zh: '须为字符串', en: 'must be a string' }, nodes);
        const reading = read(text);
        if (!reading.ok)
            throw refuse(reading.why, nodes);
        return reading.value;
    };
    return new GraphQLScalarType({
        name,
        description: both(definition.description),
        specifiedByURL: definition.specifiedByURL,
        serialize: definition.write,
        parseValue: (text) => take(text),
        parseLiteral: (node) => take(node.kind === Kind.STRING ? node.value : undefined, node),
    });
}
/** The fault of a resolver that returned what its scalar cannot show. Names the kind of the value, never the value. */
export function unshowable(name, value, wanted) {
    const kind = value === null ? 'null' : value instanceof Date ? 'Date' : typeof value;
    return new TypeError(`${name} shows ${wanted}; a resolver returned something else (${kind})`);
}
//# sourceMappingURL=scalar-definition.js.map