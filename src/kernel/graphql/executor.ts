import {
  type ASTNode,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getVariableValues,
  isInputObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  typeFromAST,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { fieldsOf } from './operation-size.js';

/** What the server hands over for one operation that has been parsed and validated. */
export interface Execution {
  readonly document: DocumentNode;
  /** Undefined when the document has none of that name, or several and none was named. */
  readonly operation: OperationDefinitionNode | undefined;
  /** The name asked for, if any. */
  readonly operationName: string | null;
  readonly variables: Record<string, unknown>;
  readonly context: unknown;
  /** Hash of the source text. */
  readonly hash: string;
}

/** Compiled operations kept per schema at most; about 100 KB each. */
export const MAX_COMPILED = 300;
/** Compiling takes about 0.1 ms a field; larger operations are interpreted, which costs them little in comparison. */
const MAX_COMPILED_FIELDS = 500;

/** An operation that has been seen before. */
interface Known {
  /** Made at the second use; `null` when the compiler declines. */
  compiled?: CompiledQuery | null;
  /** Variables inside an object or list of the document. */
  enclosed: readonly string[];
}

/**
 * Runs operations on one schema, compiled from their second use on. Interpretation by graphql-js stays the reference:
 * whatever the compiler declines, and every request whose variables do not fit, is answered by it.
 */
export class Executor {
  readonly #known = new Map<string, Known>();

  /** `begins` is told of each operation that is run, which those are not whose variables do not fit. */
  constructor(
    readonly schema: GraphQLSchema,
    readonly begins: (execution: Execution & { readonly operation: OperationDefinitionNode }) => void = () => undefined,
    /** Operations that may be kept at the moment. */
    readonly most: () => number = () => MAX_COMPILED,
  ) {}

  /** Operations that are kept. */
  get size(): number {
    return this.#known.size;
  }

  async run(execution: Execution): Promise<ExecutionResult> {
    const { operation, variables, context } = execution;
    if (!operation) return this.#interpret(execution);
    // The compiled path does not enforce @oneOf and words variable errors in its own way.
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], variables);
    if (coerced) this.begins({ ...execution, operation });
    const known = coerced ? this.#know(execution, operation) : undefined;
    // It also takes a variable that was not given, inside an object or list, for null: "leave it" would become "clear it".
    if (!coerced || !known?.compiled || !known.enclosed.every((name) => Object.hasOwn(coerced, name))) {
      return this.#interpret(execution);
    }
    const result = await known.compiled.query(undefined, context, variables);
    return result.errors ? { ...result, errors: result.errors.map(asGraphQLError) } : result;
  }

  async #interpret({ document, operationName, variables, context }: Execution): Promise<ExecutionResult> {
    return execute({ schema: this.schema, document, operationName, variableValues: variables, contextValue: context });
  }

  /** What is known of an operation; `undefined` at its first use. */
  #know({ document, operationName, hash }: Execution, operation: OperationDefinitionNode): Known | undefined {
    const key = `${hash}:${operationName ?? ''}`;
    const known = this.#known.get(key);
    this.#known.delete(key);
    this.#known.set(key, known ?? { enclosed: [] });
    const most = this.most();
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= most) break;
      this.#known.delete(oldest);
    }
    if (!known) return undefined;
    if (known.compiled === undefined) {
      known.enclosed = enclosedVariables(document);
      const compilable =
        fieldsOf(document, operation) <= MAX_COMPILED_FIELDS && !takesNestingInput(this.schema, operation);
      known.compiled = compilable ? this.#compile(document, operationName) : null;
    }
    return known;
  }

  #compile(document: DocumentNode, operationName: string | null): CompiledQuery | null {
    const compiled = compileQuery(this.schema, document, operationName ?? undefined, {
      disableLeafSerialization: false,
    });
    return isCompiledQuery(compiled) ? compiled : null;
  }
}

/**
 * Whether a variable's type contains itself, as a filter with `and: [Filter]` does. The compiler writes out the type of
 * a variable in full and would never come to an end: https://github.com/zalando-incubator/graphql-jit/issues/81
 */
function takesNestingInput(schema: GraphQLSchema, operation: OperationDefinitionNode): boolean {
  const nests = (type: GraphQLNamedType, within: readonly GraphQLNamedType[]): boolean =>
    isInputObjectType(type) &&
    (within.includes(type) ||
      Object.values(type.getFields()).some((field) => nests(getNamedType(field.type), [...within, type])));
  return (operation.variableDefinitions ?? []).some((definition) => {
    const type = typeFromAST(schema, definition.type as NamedTypeNode);
    return type !== undefined && nests(getNamedType(type), []);
  });
}

/** Names of the variables that stand inside an object or a list. */
function enclosedVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Variable({ name }, _key, parent) {
      const enclosed = Array.isArray(parent) || (parent as ASTNode | undefined)?.kind === Kind.OBJECT_FIELD;
      if (enclosed) names.add(name.value);
    },
  });
  return [...names];
}

/** The compiler's errors are GraphQLErrors without `extensions`, which Apollo reads unasked and fails on. */
function asGraphQLError(error: GraphQLError): GraphQLError {
  return error.extensions ? error : Object.create(error, { extensions: { value: {} } });
}
