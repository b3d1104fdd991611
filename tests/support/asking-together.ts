import type { Answer, Client } from '../../src/testing/client.js';

/** An operation whose answer is compared with other answers to it. */
export interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Its one root field with arguments and selection, when it may be asked beside others in one operation. */
  readonly field?: string | undefined;
}

/** Fields of one operation: few enough for it to be compiled at its second use. */
const TOGETHER = 8;

/**
 * What each question is answered, but for the number of the request: those with a field under aliases, some in one
 * operation. Where such an operation is refused as a whole, each is asked by itself.
 */
export async function answersTo(client: Client, asked: readonly Asked[]): Promise<Map<Asked, string>> {
  const answers = new Map<Asked, string>();
  const among = asked.filter(({ field }) => field !== undefined);
  const alone = asked.filter(({ field }) => field === undefined);
  for (let from = 0; from < among.length; from += TOGETHER) {
    const group = among.slice(from, from + TOGETHER);
    const query = `{ ${group.map(({ field }, index) => `q${index}: ${field}`).join('\n')} }`;
    const { status, data, errors } = await client.send(query);
    if (!data) alone.push(...group);
    else {
      for (const [index, one] of group.entries()) {
        const own = errors.filter(({ path }) => !path || path[0] === `q${index}`);
        answers.set(one, told({ status, data: data[`q${index}`], errors: own }));
      }
    }
  }
  for (const one of alone) answers.set(one, told(await client.send(one.query, one.variables)));
  return answers;
}

function told({ status, data, errors }: Omit<Answer, 'requestId'>): string {
  return JSON.stringify({ status, data, errors }).replace(/"requestId":"[^"]*"/g, '');
}
