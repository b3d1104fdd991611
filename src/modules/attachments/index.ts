export type { AttachmentRow } from './attachment/attachment.node.js';
export { attachmentsOf } from './attachment/attachment.repository.js';
export { Attachment, AttachmentConnection } from './attachment/attachment.type.js';
export type { SentFile } from './attachment/receive.service.js';
export { errors } from './errors.js';
export { attachments } from './plugin.js';
export { sendFile } from './send-file.js';
export { actingAgain, rolesLeft, type Standing, standingOf } from './ticket/standing.js';
export { DOWNLOAD_SECONDS, issueAddress, useAddress } from './ticket/ticket.service.js';
