import type { Client } from '../../../testing/client.js';

const REQUEST = `mutation ($input: RequestUploadInput!) {
  requestUpload(input: $input) { uploadAddress expiresAt userErrors { code path details } }
}`;

export interface Wish {
  readonly ownerId: string;
  readonly kind: string;
  readonly name: string;
  readonly size: number;
}

/** The address for a file that must be welcome. */
export async function uploadAddress(client: Client, input: Wish): Promise<string> {
  return (await client.mutate(REQUEST, { input })).uploadAddress;
}

/** Codes with which an upload is refused that must not be welcome. */
export async function refusedUpload(client: Client, input: Wish): Promise<string[]> {
  return (await client.refused(REQUEST, { input })).map(({ code }) => code);
}

/** Sends a content as a stranger would: the address is all that it takes. */
export async function put(client: Client, address: string, content: Uint8Array): Promise<Response> {
  return fetch(`${client.address}${address}`, { method: 'PUT', body: content } as RequestInit);
}

/** Attaches a file; answers its global id. */
export async function attach(client: Client, wish: Omit<Wish, 'size'>, content: Uint8Array): Promise<string> {
  const answer = await put(client, await uploadAddress(client, { ...wish, size: content.length }), content);
  const body = (await answer.json()) as { id: string };
  if (answer.status !== 201) throw new Error(`the upload was refused: ${JSON.stringify(body)}`);
  return body.id;
}

/** A fresh address to read a file, `null` when it is not there for the caller. */
export async function downloadAddress(client: Client, id: string): Promise<string | null> {
  const { node } = await client.query(`query ($id: ID!) { node(id: $id) { ... on Attachment { downloadAddress } } }`, {
    id,
  });
  return node?.downloadAddress ?? null;
}

/** The code in an answer that is no file. */
export async function codeOf(answer: Response): Promise<string> {
  const body = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
  return body.errors?.[0]?.extensions.code ?? '';
}
