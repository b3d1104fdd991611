import type { GraphQLScalarType } from 'graphql';
/** Inside: `Date`. Outside: RFC 3339. Input needs an offset; output is UTC with milliseconds. */
export declare const DateTimeScalar: GraphQLScalarType<Date, string>;
/** Inside and outside: `YYYY-MM-DD` (`CalendarDay`). A JS `Date` is refused both ways: it would bring a zone with it. */
export declare const DateScalar: GraphQLScalarType<string, string>;
/**
 * Inside: whole fen as `bigint`, and nothing else; a number or a string from a row is refused, since neither says
 * whether it counts yuan or fen. Outside: decimal string in yuan with two decimals.
 */
export declare const MoneyScalar: GraphQLScalarType<bigint, string>;
/** Inside: 11 digits. Outside: ALWAYS `138****1234`, whatever a resolver returns; no permission lifts it here. */
export declare const PhoneNumberScalar: GraphQLScalarType<string, string>;
/** Inside: 18 characters. Outside: ALWAYS masked (`maskNationalId`), whatever a resolver returns. */
export declare const NationalIdScalar: GraphQLScalarType<string, string>;
/** Inside and outside: 18 characters. Public in China's register of firms, so it is not masked. */
export declare const CreditCodeScalar: GraphQLScalarType<string, string>;
/** Every scalar of the core, for the schema builder. */
export declare const scalars: readonly GraphQLScalarType[];
