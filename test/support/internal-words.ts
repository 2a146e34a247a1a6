/** What no answer may hold: a stack, a path of the server, a statement, a driver or a host. */
export const INTERNAL =
  /node_modules|\bat [\w.<>]+ \(|\/(src|dist|tmp|home|work)\/|\bMATCH \(|\bUNWIND\b|bolt:|neo4j|TypeError|RangeError|127\.0\.0\.1:\d/i;
