import type { InferEntity } from '@mikro-orm/core';
import { type NodeSource, type RowOf } from '../../../kernel/index.js';
import { MembershipEntity } from './membership.entity.js';
export type MembershipRow = RowOf<InferEntity<typeof MembershipEntity>>;
/** A membership is seen by whoever sees the person, and by the union it was in, also after it ended. */
export declare const membershipNode: NodeSource<MembershipRow>;
