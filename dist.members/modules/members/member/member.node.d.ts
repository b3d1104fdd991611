import type { InferEntity } from '@mikro-orm/core';
import { type Expression, type SqlBool } from 'kysely';
import { type NodeSource, type RequestContext, type RowOf } from '../../../kernel/index.js';
import { MemberEntity } from './member.entity.js';
export type MemberRow = RowOf<InferEntity<typeof MemberEntity>>;
/**
 * Who sees a person: whoever may read members of the union that keeps the file, the joint union that covers the
 * person at present, and the person.
 */
export declare const memberNode: NodeSource<MemberRow>;
/** The same predicate on `members` under another alias. */
export declare function memberVisible(ctx: RequestContext, alias: string): Expression<SqlBool> | boolean;
/**
 * Where the caller may read members: `true` in the whole district, `false` nowhere, otherwise in subtrees. A grant
 * for the person alone opens no union: it would open the files of all colleagues.
 */
export declare function withinPlaces(ctx: RequestContext, column: string): Expression<SqlBool> | boolean;
/** The caller's own rows in the register: those of grants that hold for the person alone. */
export declare function ownIds(ctx: RequestContext, permission?: string): string[];
/** One of the conditions holds; without any, nothing is seen. */
export declare function anyOf(conditions: readonly Expression<SqlBool>[]): Expression<SqlBool> | boolean;
