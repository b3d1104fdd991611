export { registerClient } from './client/client.service.js';
export { clients } from './plugin.js';
export { throughClient } from './through-client.service.js';
