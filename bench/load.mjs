// A thread that asks: its own event loop, so that the asking does not slow the answering.
import { Agent, request } from 'node:http';
import { parentPort } from 'node:worker_threads';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function ask(address, headers, body) {
  return new Promise((resolve, reject) => {
    const sent = request(`${address}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends `bodies` in turn, `total` of them, `atOnce` at a time; answers the time of each in milliseconds. */
async function load({ address, headers, bodies, total, atOnce }) {
  const times = [];
  let next = 0;
  const began = performance.now();
  const one = async () => {
    while (next < total) {
      const body = bodies[next++ % bodies.length];
      const from = performance.now();
      const { status, text } = await ask(address, headers, body);
      times.push(performance.now() - from);
      if (status !== 200 || text.includes('"errors"')) throw new Error(`status ${status}: ${text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return { times, seconds: (performance.now() - began) / 1_000 };
}

parentPort.on('message', async (task) => {
  try {
    parentPort.postMessage({ result: await load(task) });
  } catch (error) {
    parentPort.postMessage({ error: String(error) });
  }
});
