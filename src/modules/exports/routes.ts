import type { PluginDefinition } from '../../kernel/index.js';
import { limitInFlight } from '../../kernel/index.js';
import { sendFile, useAddress } from '../attachments/index.js';
import { sendExport } from './export/download.service.js';

const TRANSFERS = 16;

/** `GET /exports/download/<ticket>`; the ticket is all that it asks for. */
export const routes: NonNullable<PluginDefinition['routes']> = (app, kernel) => {
  app.get<{ Params: { ticket: string } }>('/download/:ticket', {
    // A question for the headers would use the address up.
    exposeHeadRoute: false,
    handler: limitInFlight(TRANSFERS, async (request, reply) => {
      const { ticket } = request.params as { ticket: string };
      const address = { ticket, requestId: request.id, use: 'DOWNLOAD', type: 'Export' } as const;
      return sendFile(reply, await useAddress(kernel, address, sendExport));
    }),
  });
};
