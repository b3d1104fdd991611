import { refuse } from '../../kernel/index.js';
import { errors } from './errors.js';

/** A reason as written down, 2 to 200 characters. Errors: PERSONAL_DATA_REASON_REQUIRED. */
export function statedReason(text: string): string {
  const reason = text.trim();
  if ([...reason].length >= 2 && [...reason].length <= 200) return reason;
  throw refuse(errors.PERSONAL_DATA_REASON_REQUIRED, { path: ['input', 'reason'] });
}
