import type { FtmEntity } from './ftm-entity.js';

/** Properties that have no field of their own, in words for a note. */

type Labels = Readonly<Record<string, string>>;

export const POSITION_WORDS: Labels = {
  country: 'Country',
  subnationalArea: 'Area',
  inceptionDate: 'Position since',
  dissolutionDate: 'Position until',
};

export const INTERVAL_WORDS: Labels = {
  status: 'Status',
  constituency: 'Constituency',
  politicalGroup: 'Political group',
  recordId: 'Record',
};

/** The dates of an interval, for a claim that has no range. */
export const DATE_WORDS: Labels = {
  startDate: 'Start',
  endDate: 'End',
  date: 'Date',
  declarationDate: 'Declared on',
  periodStart: 'Start of the term',
  periodEnd: 'End of the term',
};

export const SANCTION_WORDS: Labels = {
  programId: 'Programme',
  programUrl: 'Programme at',
  provisions: 'Measures',
  status: 'Status',
  startDate: 'In effect from',
  endDate: 'Ended',
  duration: 'Duration',
  authorityId: 'Number at the authority',
  unscId: 'Number at the United Nations',
  recordId: 'Record',
  country: 'Country',
  modifiedAt: 'Changed',
};

/** Each property that has values, with its label; undefined where none has any. */
export function wordsIn(entity: FtmEntity, labels: Labels): string | undefined {
  const words = Object.entries(labels).flatMap(([name, label]) => {
    const values = entity.values(name);
    return values.length === 0 ? [] : [`${label}: ${values.join('; ')}.`];
  });
  return words.length === 0 ? undefined : words.join(' ');
}
