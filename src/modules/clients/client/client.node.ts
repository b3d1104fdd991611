import { sql } from 'kysely';
import { defineNode, scopesOf } from '../../../kernel/index.js';
import { ApiClientEntity } from './client.entity.js';

/** Clients are seen by those who look after them, and each by itself. */
export const clientNode = defineNode(ApiClientEntity, (ctx) => {
  if (scopesOf(ctx.principal, 'client:read').length > 0) return true;
  const own = ctx.principal?.client?.id;
  return own === undefined ? false : sql<boolean>`node.id = ${own}::uuid`;
});
