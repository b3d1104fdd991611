/**
 * Answers, or refuses, only at whole multiples of `stepMs` after it began, so that how long the work took does not tell
 * what it found. The step must be longer than the work usually takes. Waits outside of any transaction: call it around one.
 */
export async function inEvenTime<T>(stepMs: number, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    const taken = performance.now() - began;
    const rest = (Math.floor(taken / stepMs) + 1) * stepMs - taken;
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
}
