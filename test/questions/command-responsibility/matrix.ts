import type { EvidenceItem } from '../../../src/questions/case-file/answer.type.js';
import { responsibilityOf } from '../../../src/questions/command-responsibility/command-responsibility.rules.js';
import type {
  ElementAnswer,
  ResponsibilityMatrix,
} from '../../../src/questions/command-responsibility/command-responsibility.type.js';
import type { ElementName, FrameworkName } from '../../../src/questions/command-responsibility/frameworks.rules.js';
import { attribution, caseFile, incident, link, type Piece, posting, THE_DAY } from '../../support/case-file.js';

/** Questions about Anders and incident i1, in few words. */

export interface IncidentKindFilter {
  readonly personId?: string;
  readonly framework?: FrameworkName;
  readonly day?: string;
}

/** Incident i1 by unit u3, which stands under u2, which Anders commands all year; one source says all of it. */
export const CHAIN: readonly Piece[] = [
  incident('i1'),
  attribution('i1', 'u3'),
  link('u3', 'u2'),
  posting('anders', 'u2'),
];

export function matrixOf(pieces: readonly Piece[], question: IncidentKindFilter = {}): ResponsibilityMatrix {
  const { personId = 'anders', framework = 'ROME_STATUTE_28A', day = THE_DAY } = question;
  const file = caseFile(...pieces);
  const [first] = file.incidents.filter(({ id }) => id === 'i1');
  if (!first) throw new Error('A file on incident i1 is asked for.');
  return responsibilityOf(file, first, personId, framework, day);
}

export function elementOf(
  pieces: readonly Piece[],
  name: ElementName,
  question: IncidentKindFilter = {},
): ElementAnswer {
  const element = matrixOf(pieces, question).elements.find((one) => one.element === name);
  if (!element) throw new Error(`The framework has no element ${name}.`);
  return element;
}

export const gradeOf = (pieces: readonly Piece[], name: ElementName, question: IncidentKindFilter = {}) =>
  elementOf(pieces, name, question).grade;

export const ids = (items: readonly EvidenceItem[]): string[] => items.map(({ id }) => id);

/** Each item with its marks: `id: MARK MARK`. */
export const marked = (items: readonly EvidenceItem[]): string[] =>
  items.map(({ id, marks }) => [`${id}:`, ...marks].join(' '));
