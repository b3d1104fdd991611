/** The part of pino-roll 4 that is used here; the package brings no types of its own. */
declare module 'pino-roll' {
  interface RollOptions {
    readonly file: string;
    readonly frequency: 'daily';
    readonly dateFormat: string;
    readonly mkdir: boolean;
    readonly mode: number;
    readonly limit: { readonly count: number; readonly removeOtherLogFiles: boolean };
  }

  interface RollingFile {
    write(line: string): boolean;
    end(): void;
    on(event: 'error', report: (error: Error) => void): void;
    once(event: 'close', done: () => void): void;
  }

  export default function roll(options: RollOptions): Promise<RollingFile>;
}
