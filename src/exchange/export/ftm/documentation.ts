import { REASONS } from './losses.js';

/** The table of losses in `docs/exporting.md`: a test holds that page against this text. */
export const lossTable = (): string =>
  [
    '| records | properties and links | why |',
    '|---|---|---|',
    ...REASONS.map(
      ({ kind, of, why }) => `| ${kind === '*' ? 'all' : kind} | ${of.map(inWords).join(', ')} | ${why} |`,
    ),
  ].join('\n');

const inWords = (name: string) => {
  if (name === '*') return 'all';
  return name.endsWith('~') ? `\`${name.slice(0, -1)}\` in part` : `\`${name}\``;
};
