/** Documents for the limits of worker threads: one of a few letters, one that never ends, one that fills the memory. */
export async function makeDocument({ format }) {
  if (format === 'html') return { name: 'small', content: 'small' };
  const pages = [];
  for (;;) if (format === 'docx') pages.push(Array.from({ length: 100_000 }, () => `${Math.random()}`));
}
