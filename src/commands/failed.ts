/** Ends a command with exit code 1 when it has said itself what is wrong. */
export class Failed extends Error {
  override readonly name = 'Failed';
}
