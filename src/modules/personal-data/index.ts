export { assertConsent } from './consent/consent.service.js';
export { assertNotErased } from './erasure/erased.js';
export { erasuresDone } from './erasure/erasure.repository.js';
export { recordDisclosure, type ThirdPartyDisclosure } from './disclosure/disclosure.service.js';
export { errors } from './errors.js';
export { personalData } from './plugin.js';
export { type DueRows, pastRetention } from './retention/due.repository.js';
export { personOf } from './registered-rows.repository.js';
