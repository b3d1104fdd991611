import { GraphQLScalarType } from 'graphql';
import { type Bilingual } from '../bilingual.js';
/** What a scalar's rule says of a text: the value that goes inwards, or why not. */
export type Reading<Inside> = {
    readonly ok: true;
    readonly value: Inside;
} | {
    readonly ok: false;
    readonly why: Bilingual;
};
interface StringScalar<Inside> {
    readonly name: string;
    readonly description: Bilingual;
    /** A public text that defines the format (`@specifiedBy`). */
    readonly specifiedByURL: string;
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
export declare function stringScalar<Inside>(definition: StringScalar<Inside>): GraphQLScalarType<Inside, string>;
/** The fault of a resolver that returned what its scalar cannot show. Names the kind of the value, never the value. */
export declare function unshowable(name: string, value: unknown, wanted: string): TypeError;
export {};
