import { type DocumentNode, type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
/** What the server hands over for one operation that has been parsed and validated. */
export interface Execution {
    readonly document: DocumentNode;
    readonly operation: OperationDefinitionNode;
    readonly operationName: string | null;
    readonly variables: Record<string, unknown>;
    readonly context: unknown;
    /** Hash of the source text. */
    readonly hash: string;
}
/**
 * Runs operations on one schema, compiled from their second use on. Interpretation by graphql-js stays the reference:
 * whatever the compiler declines, and every request whose variables do not fit, is answered by it.
 */
export declare class Executor {
    #private;
    readonly schema: GraphQLSchema;
    constructor(schema: GraphQLSchema);
    run(execution: Execution): Promise<ExecutionResult>;
}
