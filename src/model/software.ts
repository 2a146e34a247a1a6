/** What a document says made it. A test holds the version against `package.json`. */
export const SOFTWARE = { name: 'accountability-graph', version: '0.1.0' } as const;
