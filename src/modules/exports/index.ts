export { errors } from './errors.js';
export { exports } from './plugin.js';
