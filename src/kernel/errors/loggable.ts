/** An error as it may be logged. */
export type LoggableError = {
  readonly type: string;
  readonly message: string;
  /** SQLSTATE, or the code of a system error. */
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly stack: string;
  readonly cause?: LoggableError;
};

const MAX_MESSAGE = 300;

/**
 * What the log may hold of an error: where it happened and what kind it is. The entity manager prints whole entities
 * below the first line of a message, the database driver hangs rows and parameters on its errors; these are people.
 */
export function loggable(error: unknown): LoggableError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'no Error was thrown', stack: '' };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.name,
    message: error.message.split('\n', 1)[0]!.slice(0, MAX_MESSAGE),
    code,
    constraint,
    stack: frames.join('\n'),
    ...(error.cause !== undefined && { cause: loggable(error.cause) }),
  };
}
