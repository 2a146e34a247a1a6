import { jsonText } from '../../model/errors.js';

/** What was received, as JSON, cut to a useful length. */
export function cellText(value: unknown): string {
  const text = jsonText(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
