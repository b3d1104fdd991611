import { GraphQLScalarType } from 'graphql';
/** Any JSON value, where the shape is the value's own: the old and new value of an audited field. */
export declare const JsonScalar: GraphQLScalarType<any, any>;
/** A JSON object whose keys depend on the case. */
export declare const JsonObjectScalar: GraphQLScalarType<object, object>;
