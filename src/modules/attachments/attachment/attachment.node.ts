import type { InferEntity } from '@mikro-orm/core';
import { defineNode, type NodeSource, type RowOf } from '../../../kernel/index.js';
import { fileVisible } from '../owners.js';
import { AttachmentEntity } from './attachment.entity.js';

export type AttachmentRow = RowOf<InferEntity<typeof AttachmentEntity>>;

/** Files that are there, through the predicates of what they are attached to. */
export const attachmentNode: NodeSource<AttachmentRow> = defineNode(AttachmentEntity, fileVisible);
