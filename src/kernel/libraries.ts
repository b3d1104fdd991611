/**
 * What plugins are written with, in the one copy that the kernel itself uses. A second copy of type-graphql keeps its
 * decorators to itself and one of MikroORM its entities, so a plugin from outside imports all of it from `lianxin/kernel`.
 */
export { defineEntity, type InferEntity, p } from '@mikro-orm/core';
// Never written by hand: they stand in the declarations of an entity, for which the compiler has to reach them.
export type {
  EmptyOptions,
  EntityCtor,
  EntitySchemaWithMeta,
  InferEntityFromProperties,
  PropertyOptions,
  StringPropertyOptionsBuilder,
  UniversalPropertyOptionsBuilder,
} from '@mikro-orm/core';
export { type Expression, type SqlBool, sql } from 'kysely';
export {
  Arg,
  Args,
  ArgsType,
  type ClassType,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
export { v7 as uuidv7 } from 'uuid';
export { z } from 'zod';
