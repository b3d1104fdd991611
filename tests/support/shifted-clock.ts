const RealDate = Date;

/** Lets every clock of this process run so many milliseconds ahead (negative: behind), until {@link restoreClock}. */
export function shiftClock(offset: number): void {
  const now = () => RealDate.now() + offset;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: []) => (args.length === 0 ? new target(now()) : new target(...args)),
    get: (target, property) => (property === 'now' ? now : Reflect.get(target, property)),
  });
}

export function restoreClock(): void {
  globalThis.Date = RealDate;
}
