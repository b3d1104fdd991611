import { execute, GraphQLError, getVariableValues, } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
/** Compiled operations kept per schema; about 100 KB each. */
const MAX_COMPILED = 300;
/**
 * Runs operations on one schema, compiled from their second use on. Interpretation by graphql-js stays the reference:
 * whatever the compiler declines, and every request whose variables do not fit, is answered by it.
 */
export class Executor {
    #known = new Map();
    constructor(schema) {
        this.schema = schema;
    }
    async run(execution) {
        // The compiled path does not enforce @oneOf and words variable errors in its own way.
        const variables = getVariableValues(this.schema, execution.operation.variableDefinitions ?? [], execution.variables);
        const compiled = variables.coerced ? this.#compiled(execution) : undefined;
        if (!compiled)
            return this.#interpret(execution);
        const result = await compiled.query(undefined, execution.context, execution.variables);
        return result.errors ? { ...result, errors: result.errors.map(asGraphQLError) } : result;
    }
    async #interpret({ document, operationName, variables, context }) {
        return execute({ schema: this.schema, document, operationName, variableValues: variables, contextValue: context });
    }
    #compiled({ document, operationName, hash }) {
        const key = `${hash}:${operationName ?? ''}`;
        const known = this.#known.get(key);
        this.#known.delete(key);
        this.#known.set(key, known ?? { document });
        if (!known) {
            const oldest = this.#known.size > MAX_COMPILED ? this.#known.keys().next().value : undefined;
            if (oldest !== undefined)
                this.#known.delete(oldest);
            return undefined;
        }
        if (!known.compiled) {
            const compiled = compileQuery(this.schema, document, operationName ?? undefined, {
                disableLeafSerialization: false,
            });
            if (!isCompiledQuery(compiled))
                return undefined;
            known.compiled = compiled;
        }
        return known.compiled;
    }
}
/** The compiler makes look-alikes; the outside relies on the real class. */
function asGraphQLError(error) {
    if (error instanceof GraphQLError)
        return error;
    const { message, nodes, path, originalError, extensions } = error;
    return new GraphQLError(message, { nodes, path, originalError, extensions });
}
//# sourceMappingURL=executor.js.map