import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** What a reader of a tutorial does: give a command, or write a file. */
export type Step =
  | { readonly command: string }
  | { readonly file: string; readonly text: string }
  | { readonly query: string };

/** The steps of a document up to a heading, in order: lines of `sh`, blocks with `file=`, questions in `graphql`. */
export function stepsOf(document: string, until: string): Step[] {
  const end = document.indexOf(until);
  if (end < 0) throw new Error(`the document has no '${until}'`);
  const blocks = document.slice(0, end).matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm);
  return [...blocks].flatMap(([, language, file, text]): Step[] => {
    if (file) return [{ file, text: text! }];
    if (language === 'graphql') return [{ query: text! }];
    if (language !== 'sh') return [];
    return text!
      .split('\n')
      .filter(Boolean)
      .map((command) => ({ command }));
  });
}

/** A shell in which the commands of a reader follow each other, with nothing of the process that tests. */
export class Shell {
  readonly #running = new Set<ChildProcess>();

  constructor(
    /** Where the next command is given. */
    public folder: string,
    readonly extra: Readonly<Record<string, string>> = {},
  ) {}

  /** Answers what was printed. Errors: the command failed, with all that it printed. */
  async run(command: string): Promise<string> {
    // The folder of the next command is where this one ends.
    const child = this.#begin(`${command} && echo && pwd`);
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += chunk;
      });
    }
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`'${command}' ended with ${code}:\n${printed}`);
    if (/^cd /.test(command)) this.folder = printed.trim().split('\n').at(-1)!;
    return printed;
  }

  /** Runs a command that goes on until it is stopped, and works with it once it has printed what is waited for. */
  async during<T>(command: string, ready: RegExp, work: (found: RegExpExecArray) => Promise<T>): Promise<T> {
    const child = this.#begin(command);
    const ended = once(child, 'close');
    try {
      let printed = '';
      const found = await new Promise<RegExpExecArray>((resolve, reject) => {
        for (const stream of [child.stdout, child.stderr]) {
          stream.on('data', (chunk) => {
            printed += chunk;
            const match = ready.exec(printed);
            if (match) resolve(match);
          });
        }
        child.on('close', (code) => reject(new Error(`'${command}' ended with ${code}:\n${printed}`)));
      });
      return await work(found);
    } finally {
      // As Ctrl+C does: to the command and all that it started.
      if (child.exitCode === null) process.kill(-child.pid!, 'SIGINT');
      await ended;
    }
  }

  /** Ends whatever is still running, as after a test whose time was over: a server would stay behind for good. */
  async stop(): Promise<void> {
    for (const child of this.#running) {
      const ended = once(child, 'close');
      process.kill(-child.pid!, 'SIGINT');
      const impatience = setTimeout(() => this.#running.has(child) && process.kill(-child.pid!, 'SIGKILL'), 15_000);
      await ended;
      clearTimeout(impatience);
    }
  }

  /** In a group of its own, so that all that it starts can be ended with it. */
  #begin(command: string): ChildProcessByStdio<null, Readable, Readable> {
    const child = spawn('bash', ['-c', command], {
      cwd: this.folder,
      env: this.environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running.add(child);
    child.on('close', () => this.#running.delete(child));
    return child;
  }

  /** Neither what npm and jest tell their children, nor the platform's own Node. */
  get environment(): NodeJS.ProcessEnv {
    const ours = /^(npm_|LIANXIN_|JEST_|INIT_CWD$|NODE_OPTIONS$|NODE_ENV$|NODE$)/i;
    const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
    const path = (process.env.PATH ?? '').split(':').filter((folder) => !folder.includes('node_modules'));
    return { ...Object.fromEntries(kept), PATH: path.join(':'), ...this.extra };
  }
}
