import type { InferEntity } from '@mikro-orm/core';
import { defineNode, type NodeSource, type RowOf, scopesOf } from '../../../kernel/index.js';
import { ownRows } from '../person.repository.js';
import { DisclosureEntity } from './disclosure.entity.js';

export type DisclosureRow = RowOf<InferEntity<typeof DisclosureEntity>>;

/** Who was shown what of a person is for the person, and for those who check. */
export const disclosures: NodeSource<DisclosureRow> = defineNode(
  DisclosureEntity,
  (ctx) =>
    scopesOf(ctx.principal, 'personal-data:read-disclosures').some(({ kind }) => kind === 'district') ||
    ownRows(ctx, 'node.member_id'),
);
