/**
 * Remembers at most `limit` values, each for at most `lifeMs`: what is destroyed elsewhere is forgotten here soon.
 * Values are let go of in time also when nobody asks any more.
 */
export class ShortMemory<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();
  #sweep: NodeJS.Timeout | undefined;

  constructor(
    readonly limit: number,
    readonly lifeMs: number,
  ) {}

  get(name: string): Value | undefined {
    const entry = this.#entries.get(name);
    return entry && entry.until > performance.now() ? entry.value : undefined;
  }

  set(name: string, value: Value): void {
    this.#entries.delete(name); // Entries stand in the order of their ends.
    this.#entries.set(name, { value, until: performance.now() + this.lifeMs });
    if (this.#entries.size > this.limit) this.#entries.delete(this.#entries.keys().next().value!);
    this.#sweep ??= setTimeout(() => this.#forgetOld(), this.lifeMs).unref();
  }

  delete(name: string): void {
    this.#entries.delete(name);
  }

  clear(): void {
    this.#entries.clear();
  }

  get size(): number {
    return this.#entries.size;
  }

  #forgetOld(): void {
    this.#sweep = undefined;
    const now = performance.now();
    for (const [name, { until }] of this.#entries) {
      if (until <= now) this.#entries.delete(name);
      else {
        this.#sweep = setTimeout(() => this.#forgetOld(), until - now).unref();
        return;
      }
    }
  }
}
