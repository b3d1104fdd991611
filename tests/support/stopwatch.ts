const TICK_MS = 10;
/** A tick that is later than this is no tick, but a machine that stood still. */
const LATE_MS = 40;

/** Measures how long something takes, without the time for which the machine gave this process nothing to do it with. */
export class Stopwatch {
  readonly #began = performance.now();
  #ticked = this.#began;
  #stoodStill = 0;
  readonly #ticking = setInterval(() => this.#tick(), TICK_MS);

  /** Milliseconds until now; call it once. */
  stop(): number {
    clearInterval(this.#ticking);
    this.#tick();
    return performance.now() - this.#began - this.#stoodStill;
  }

  #tick(): void {
    const now = performance.now();
    if (now - this.#ticked > LATE_MS) this.#stoodStill += now - this.#ticked - TICK_MS;
    this.#ticked = now;
  }
}
