import pg from '../node_modules/pg/lib/index.js';
