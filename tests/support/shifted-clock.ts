const RealDate = Date;
const realPerformance = performance;
let passed = 0;

/** Lets every clock of this process run so many milliseconds ahead (negative: behind), until {@link restoreClock}. */
export function shiftClock(offset: number): void {
  const now = () => RealDate.now() + offset;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: []) => (args.length === 0 ? new target(now()) : new target(...args)),
    get: (target, property) => (property === 'now' ? now : Reflect.get(target, property)),
  });
}

/**
 * Lets so many milliseconds be over at once, for whatever in this process looks at a clock to know how long something has
 * lasted; each call adds to those before it. Timers go on as they were, and so does the database's clock.
 */
export function passTime(milliseconds: number): void {
  passed += milliseconds;
  const ahead = passed;
  shiftClock(ahead);
  globalThis.performance = Object.create(realPerformance, { now: { value: () => realPerformance.now() + ahead } });
}

/** Lets the five seconds be over for which roles, status and proven tokens are believed (docs/operating.md). */
export function passTrust(): void {
  passTime(5_000);
}

export function restoreClock(): void {
  passed = 0;
  globalThis.Date = RealDate;
  globalThis.performance = realPerformance;
}
