import { GraphQLScalarType } from 'graphql';
import { GraphQLJSON, GraphQLJSONObject } from 'graphql-scalars';
/** Any JSON value, where the shape is the value's own: the old and new value of an audited field. */
export const JsonScalar = new GraphQLScalarType({
    ...GraphQLJSON.toConfig(),
    description: '任意 JSON 值 / Any JSON value',
});
/** A JSON object whose keys depend on the case. */
export const JsonObjectScalar = new GraphQLScalarType({
    ...GraphQLJSONObject.toConfig(),
    description: 'JSON 对象 / A JSON object',
});
//# sourceMappingURL=json-scalars.js.map