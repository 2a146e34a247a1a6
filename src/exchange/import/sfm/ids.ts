const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The UUID of a cell in lower case; undefined where it is none. */
export function uuidOf(text: string): string | undefined {
  const lower = text.trim().toLowerCase();
  return UUID.test(lower) ? lower : undefined;
}

/** Our id for a record of the Security Force Monitor. */
export const idOf = (prefix: string, uuid: string) => `${prefix}-sfm-${uuid}`;
