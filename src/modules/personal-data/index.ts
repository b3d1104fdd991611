export { assertConsent } from './consent/consent.service.js';
export { recordDisclosure, type ThirdPartyDisclosure } from './disclosure/disclosure.service.js';
export { errors } from './errors.js';
export { personalData } from './plugin.js';
export { type DueRows, pastRetention } from './retention/due.repository.js';
