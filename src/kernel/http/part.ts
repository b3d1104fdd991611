import type { FastifyInstance } from 'fastify';

const NAME = Symbol.for('fastify.display-name');

/**
 * A part of the server, to be registered, with its name. For one that tells none, fastify looks among all modules that
 * are loaded: https://fastify.dev/docs/latest/Reference/Plugins-Guide
 */
export function part(name: string, build: (scope: FastifyInstance) => Promise<void>): typeof build {
  return Object.assign(build, { [NAME]: name });
}
