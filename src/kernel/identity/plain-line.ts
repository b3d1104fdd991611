import type { Bilingual } from '../bilingual.js';
import { kernelErrors } from '../errors/kernel-errors.js';
import type { Problems } from '../errors/refusal.js';

/** One line without leading and trailing space; null when it holds control or invisible format characters. */
export function plainLine(text: string): string | null {
  const line = text.trim().normalize('NFC');
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(line) ? null : line;
}

const ONE_LINE: Bilingual = {
  zh: '须为一行文字，不含控制字符和不可见的格式字符',
  en: 'it must be one line, without control and invisible format characters',
};

function lengthBetween(min: number, max: number): Bilingual {
  return { zh: `长度须为 ${min}–${max} 个字符`, en: `it must be ${min} to ${max} characters long` };
}

/** The line as it is stored; adds INVALID_VALUE at `path` unless it is {@link plainLine} and of fitting length. */
export function checkLine(
  problems: Problems,
  path: readonly string[],
  text: string,
  { min = 1, max }: { readonly min?: number; readonly max: number },
): string {
  const line = plainLine(text);
  const size = line === null ? -1 : [...line].length;
  const reason = line === null ? ONE_LINE : lengthBetween(min, max);
  if (size < min || size > max) problems.add(kernelErrors.INVALID_VALUE, path, { reason });
  return line ?? '';
}
