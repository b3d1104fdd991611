import { defaultFieldResolver, GraphQLObjectType, } from 'graphql';
import { assertHolds } from '../access/principal.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import { describeProblem, Refusal, refuse } from '../errors/refusal.js';
/**
 * Puts the declared permission in front of every guarded field, and turns refusals of mutations into `userErrors`.
 * Works on the built schema, so that no resolver can leave it out.
 */
export function guardFields(schema) {
    const mutation = schema.getMutationType();
    for (const type of Object.values(schema.getTypeMap())) {
        if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__'))
            continue;
        for (const field of Object.values(type.getFields())) {
            const permission = field.extensions.permission;
            if (permission && permission !== 'public')
                field.resolve = guarded(permission, resolverOf(field));
            if (type === mutation)
                field.resolve = answering(field.name, resolverOf(field));
        }
    }
}
function resolverOf(field) {
    return field.resolve ?? defaultFieldResolver;
}
function guarded(permission, resolve) {
    return (source, args, ctx, info) => {
        if (permission !== 'signed-in')
            assertHolds(ctx.principal, permission);
        else if (!ctx.principal)
            throw refuse(kernelErrors.UNAUTHENTICATED);
        return resolve(source, args, ctx, info);
    };
}
/** Expected refusals of a mutation are data; not being signed in at all is an error of the whole request. */
function answering(name, resolve) {
    return async (source, args, ctx, info) => {
        ctx.action = name;
        try {
            return { userErrors: [], ...(await resolve(source, args, ctx, info)) };
        }
        catch (error) {
            if (!(error instanceof Refusal))
                throw error;
            if (error.problems[0].error === kernelErrors.UNAUTHENTICATED)
                throw error;
            return { userErrors: error.problems.map((problem) => describeProblem(problem, ctx.locale)) };
        }
    };
}
//# sourceMappingURL=guards.js.map