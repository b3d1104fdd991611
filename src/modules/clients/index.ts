export { clientNode } from './client/client.node.js';
export { registerClient } from './client/client.service.js';
export { Client } from './client/client.type.js';
export { clients } from './plugin.js';
export { throughClient } from './through-client.service.js';
