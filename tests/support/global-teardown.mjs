/** Stops the server of this run; on a server that was given, removes what this run made. */
export default async function stopServer() {
  await globalThis.lianxinTestServer.stop();
}
