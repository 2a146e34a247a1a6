/** What was received, as JSON, cut to a useful length. */
export function cellText(value: unknown): string {
  const text = partText(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function partText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'nothing';
  } catch {
    // Reading JSON has no end of depth, and writing it has.
    return 'a value that nests too deep to show';
  }
}
