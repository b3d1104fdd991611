import type { FastifyReply, FastifyRequest } from 'fastify';
import { kernelErrors } from '../errors/kernel-errors.js';
import { refuse } from '../errors/refusal.js';

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/**
 * Turns away what would only wait: a queue in front of the database makes every answer late. A request counts from the
 * time its body has arrived until its work has ended: slow senders hold no place, and who hangs up frees none.
 */
export function limitInFlight(limit: number, handle: Handler): Handler {
  return inFlightLimit(limit)(handle);
}

/** The same for handlers that share their places. */
export function inFlightLimit(limit: number): (handle: Handler) => Handler {
  let inFlight = 0;
  return (handle) => async (request, reply) => {
    if (inFlight >= limit) {
      reply.header('retry-after', '1');
      throw refuse(kernelErrors.BUSY);
    }
    inFlight += 1;
    try {
      return await handle(request, reply);
    } finally {
      inFlight -= 1;
    }
  };
}
