import type { Clearance } from '../../src/model/lens.js';

/** What of the fixture is not public, and for whom it is there. */

export const PUBLIC: Clearance = ['PUBLIC'];
export const PARTNER: Clearance = ['PUBLIC', 'PARTNER'];
export const CONFIDENTIAL: Clearance = ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'];

/** What only partners may see, and what only editors may see: ids and words of the fixture. */
export const OF_PARTNERS = [
  'person-fx-juna',
  'Mira Juna',
  'body-fx-partner-network',
  'Partner Network of the Lakes',
  'report-fx-partner-memo',
  'Memorandum of the partner',
  'A copy went to the army',
  'The Miller',
];
export const OF_EDITORS = [
  'person-fx-kesh',
  'Orlo Kesh',
  'unit-fx-night-cell',
  'Night Cell',
  'night unit',
  'incident-fx-i7',
  'location-fx-hidden',
  'Cellar',
  'finding-fx-i7-confidential',
  'report-fx-confidential-dossier',
  'Names him as deputy in March 2022',
];

export const HIDDEN: readonly (readonly [string, string, Clearance])[] = [
  ['person', 'person-fx-juna', PARTNER],
  ['body', 'body-fx-partner-network', PARTNER],
  ['report', 'report-fx-partner-memo', PARTNER],
  ['person', 'person-fx-kesh', CONFIDENTIAL],
  ['unit', 'unit-fx-night-cell', CONFIDENTIAL],
  ['location', 'location-fx-hidden', CONFIDENTIAL],
  ['incident', 'incident-fx-i7', CONFIDENTIAL],
  ['finding', 'finding-fx-i7-confidential', CONFIDENTIAL],
  ['report', 'report-fx-confidential-dossier', CONFIDENTIAL],
];
