import type { Sources } from './import-rules.js';

/** Statements that change every row they can reach, one sentence each. */
export function boundlessWrites(sources: Sources): string[] {
  return [...sources].flatMap(([file, source]) =>
    [...inSql(source), ...inBuilder(source), ...pastTheUnitOfWork(source)].map((write) => `${file}: ${write}`),
  );
}

/** How many statements that change rows were looked at. */
export function writesIn(sources: Sources): number {
  return [...sources.values()].reduce(
    (sum, source) => sum + sqlWrites(source).length + builderWrites(source).length,
    0,
  );
}

function inSql(source: string): string[] {
  return sqlWrites(source).flatMap(({ head, rest }) => {
    if (/^truncate/i.test(head)) return [`'${head}' empties a table`];
    const condition = /\bwhere\b\s*(.*)/is.exec(rest)?.[1];
    if (condition === undefined) return [`'${head}' has no condition`];
    // A condition that holds for every row is none.
    return /^(true|1\s*=\s*1|not\s+false)\s*(\)|$|returning)/i.test(condition) ? [`'${head}' holds for every row`] : [];
  });
}

function inBuilder(source: string): string[] {
  return builderWrites(source).flatMap(({ head, rest }) =>
    /\.(where|whereRef)\(/.test(rest) ? [] : [`'${head}' has no condition`],
  );
}

/** Ways of the object mapper to change many rows at once; the kernel's type of a unit of work has none of them. */
function pastTheUnitOfWork(source: string): string[] {
  return [...source.matchAll(/\.(nativeUpdate|nativeDelete|upsertMany)\(/g)].map(
    ([, name]) => `'${name}' is not audited`,
  );
}

interface Write {
  readonly head: string;
  /** The statement from its head on. */
  readonly rest: string;
}

function sqlWrites(source: string): Write[] {
  const head =
    /\bdelete\s+from\s+[\w?."]+|(?<!\bdo\s)(?<!\bfor\s)(?<!\bkey\s)\bupdate\s+(?:only\s+)?[\w?."]+\s+(?:as\s+\w+\s+|\w+\s+)?set\b|\btruncate\s+[\w?."]+/gi;
  return literals(source).flatMap((text) =>
    [...text.matchAll(head)].map((match) => ({
      head: match[0].replace(/\s+/g, ' '),
      rest: untilClosed(text.slice(match.index)),
    })),
  );
}

function builderWrites(source: string): Write[] {
  return [...source.matchAll(/\.(updateTable|deleteFrom)\([^)]*\)/g)].map((match) => {
    const rest = source.slice(match.index);
    return { head: match[0], rest: rest.slice(0, /\.execute|;/.exec(rest)?.index ?? rest.length) };
  });
}

/** Up to the bracket that closes the one around the statement, or to the end. */
function untilClosed(text: string): string {
  let depth = 0;
  for (const [index, letter] of [...text].entries()) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth < 0 || letter === ';') return text.slice(0, index);
  }
  return text;
}

/** Template literals and long strings of a source; what is filled into a template stands as `?`, nested ones by themselves. */
function literals(source: string): string[] {
  const found: string[] = [];
  const open: { text: string; braces: number }[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at]!;
    const inner = open.at(-1);
    const inText = inner !== undefined && inner.braces === 0;
    if (letter === '\\' && inText) {
      inner.text += source[at + 1] ?? '';
      at += 1;
    } else if (letter === '`') {
      if (inText) found.push(open.pop()!.text);
      else open.push({ text: '', braces: 0 });
    } else if (inText && letter === '$' && source[at + 1] === '{') {
      inner.text += '?';
      inner.braces = 1;
      at += 1;
    } else if (inText) inner.text += letter;
    else if (inner && letter === '{') inner.braces += 1;
    else if (inner && letter === '}') inner.braces -= 1;
  }
  const quoted = [...source.matchAll(/'([^'\n]{12,})'/g)].map(([, text]) => text!);
  return [...found, ...quoted];
}
