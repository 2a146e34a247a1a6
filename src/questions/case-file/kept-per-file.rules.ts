import type { CaseFile } from './case-file.rules.js';

/** Everybody in a chain asks the same of a file: it is worked out once. */
export function keptPerFile<T>(work: (file: CaseFile) => T): (file: CaseFile) => T {
  const byFile = new WeakMap<CaseFile, { readonly worked: T }>();
  return (file) => {
    const entry = byFile.get(file) ?? { worked: work(file) };
    byFile.set(file, entry);
    return entry.worked;
  };
}

/** The same for each day. */
export function keptPerDay<T>(work: (file: CaseFile, day: string) => T): (file: CaseFile, day: string) => T {
  const daysOf = keptPerFile(() => new Map<string, T>());
  return (file, day) => {
    const days = daysOf(file);
    const cached = days.get(day);
    if (cached !== undefined) return cached;
    const worked = work(file, day);
    days.set(day, worked);
    return worked;
  };
}
