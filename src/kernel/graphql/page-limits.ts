import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  type OperationDefinitionNode,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Locale } from '../bilingual.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';
import { refusalError } from './graphql-errors.js';

/** A page has 1 to 100 entries. Source: the graph's conventions. */
export const MAX_PAGE = 100;

/**
 * Checks every list of an operation, with its variables, before anything runs: exactly one of `first` and `last`,
 * between 1 and 100. Fragments are looked at once each, so the time is linear in the document; other operations of the
 * document are not looked at, since their variables are not there.
 */
export function pageErrors(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  locale: Locale,
): GraphQLError[] {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return []; // Variables that do not fit are reported by execution, in its own words.
  const errors: GraphQLError[] = [];
  const info = new TypeInfo(schema);
  visit(
    separateOperations(document)[operation.name?.value ?? ''] ?? document,
    visitWithTypeInfo(info, {
      Field(node) {
        const field = info.getFieldDef();
        if (!field || !getNamedType(field.type).name.endsWith('Connection')) return;
        const { first, last } = argumentsOf(() => getArgumentValues(field, node, coerced));
        const sizes = [first, last].filter((size) => size !== undefined && size !== null);
        const size = Number(sizes[0]);
        if (sizes.length !== 1) {
          errors.push(
            refusalError(refuse(kernelErrors.PAGE_SIZE_REQUIRED, { details: { field: field.name } }), locale, [node]),
          );
        } else if (size < 1 || size > MAX_PAGE) {
          const details = { field: field.name, limit: MAX_PAGE, size };
          errors.push(refusalError(refuse(kernelErrors.PAGE_SIZE_OUT_OF_RANGE, { details }), locale, [node]));
        }
      },
    }),
  );
  return errors;
}

/** Arguments that do not even coerce are reported by execution; here they count as absent from the check. */
function argumentsOf(read: () => Record<string, unknown>): Record<string, unknown> {
  try {
    return read();
  } catch {
    return { first: 1 };
  }
}
