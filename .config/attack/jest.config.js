import shared from '../jest.config.js';

/** Runs that take minutes: `npm run attack` and `npm run load`. They are no part of the tests. */
const graph = shared.projects.find(({ displayName }) => displayName === 'graph');

export default {
  ...graph,
  displayName: 'attack',
  testMatch: ['<rootDir>/test/attack/*.attack.ts'],
};
