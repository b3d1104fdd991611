import type { Readable } from 'node:stream';
import { limitInFlight, type PluginDefinition, refuse } from '../../kernel/index.js';
import { receive, send } from './attachment/receive.service.js';
import { errors } from './errors.js';
import { sendFile } from './send-file.js';
import { useAddress } from './ticket/ticket.service.js';

/** Transfers at once in one process: each holds a socket and a few pieces of 64 KiB, and no connection to the database. */
const TRANSFERS = 64;

type Ticket = { Params: { ticket: string } };

/** `PUT /attachments/upload/<ticket>` and `GET /attachments/download/<ticket>`; the ticket is all that they ask for. */
export const routes: NonNullable<PluginDefinition['routes']> = (app, kernel) => {
  // Whatever it says it is: the content decides. It is taken as it streams in.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, content, done) => done(null, content));

  app.put<Ticket>('/upload/:ticket', {
    config: { slowBody: true },
    handler: limitInFlight(TRANSFERS, async (request, reply) => {
      const size = Number(request.headers['content-length']);
      if (!(size > 0)) throw refuse(errors.ATTACHMENT_SIZE_MISMATCH, { details: { size: '?' } });
      const address = { ...addressOf(request), use: 'UPLOAD', type: 'Attachment' } as const;
      const stored = await useAddress(kernel, address, (ctx, id, again) =>
        receive(ctx, { id, content: request.body as Readable, announcedSize: size, again }),
      );
      return reply.status(201).send(stored);
    }),
  });

  app.get<Ticket>('/download/:ticket', {
    // A question for the headers would use the address up.
    exposeHeadRoute: false,
    handler: limitInFlight(TRANSFERS, async (request, reply) => {
      const address = { ...addressOf(request), use: 'DOWNLOAD', type: 'Attachment' } as const;
      return sendFile(reply, await useAddress(kernel, address, send));
    }),
  });
};

function addressOf({ params, id }: { readonly params: unknown; readonly id: string }) {
  return { ticket: (params as Ticket['Params']).ticket, requestId: id };
}
