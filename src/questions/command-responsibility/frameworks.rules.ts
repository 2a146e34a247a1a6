/**
 * The legal tests as data: which elements each has, what it asks of knowledge, and which modes of liability in findings
 * mean it. A domestic code is one more entry.
 */

/** Elements in the order of an answer. */
export const ELEMENTS = {
  UNDERLYING_CRIME: 'A crime was committed.',
  PERPETRATOR_LINK: 'Those who committed it belong to a unit that sources name.',
  SUPERIOR_STATUS: 'The person was a superior, in law or in fact.',
  SUBORDINATION: 'The unit stood under the person.',
  EFFECTIVE_CONTROL: 'The person had the material ability to prevent or punish.',
  TEMPORAL_COINCIDENCE: 'The post and the links existed on the day of the incident.',
  KNOWLEDGE: 'The person knew, or met the lesser test of the framework.',
  WITHIN_RESPONSIBILITY: 'The crime concerned activities within the responsibility and control of the superior.',
  FAILURE_TO_PREVENT: 'The person did not take the measures in their power to prevent it.',
  FAILURE_TO_PUNISH_OR_SUBMIT:
    'The person did not take the measures in their power to punish it or to submit it to the authorities.',
  CAUSATION: 'The crime was a result of the failure to exercise control properly.',
} as const;

export type ElementName = keyof typeof ELEMENTS;

const COMMON: readonly ElementName[] = [
  'UNDERLYING_CRIME',
  'PERPETRATOR_LINK',
  'SUPERIOR_STATUS',
  'SUBORDINATION',
  'EFFECTIVE_CONTROL',
  'TEMPORAL_COINCIDENCE',
  'KNOWLEDGE',
];
const DUTIES: readonly ElementName[] = ['FAILURE_TO_PREVENT', 'FAILURE_TO_PUNISH_OR_SUBMIT'];

/** What the pages on some warrants say where they name no article; the words of Article 28 in substance. */
const CONTROL_IN_WORDS = 'failed to exercise proper control over the forces under their command';

export interface Framework {
  readonly title: string;
  /** Where the test is laid down. */
  readonly basis: string;
  /** Its test of knowledge, in common words. */
  readonly knowledge: string;
  readonly elements: readonly ElementName[];
  /** Modes of liability, as findings state them, that mean this test. */
  readonly modes: readonly string[];
  /** What follows for a commander who came after the incident: disputed, or not covered. */
  readonly successor: 'CONTESTED' | 'NOT_MET';
}

export const FRAMEWORKS = {
  ROME_STATUTE_28A: {
    title: 'Rome Statute, Article 28(a): military commander',
    basis: 'Rome Statute of the International Criminal Court, Article 28(a)',
    knowledge: 'knew or, owing to the circumstances at the time, should have known',
    elements: [...COMMON, ...DUTIES, 'CAUSATION'],
    modes: ['28(a)', '28', CONTROL_IN_WORDS],
    successor: 'NOT_MET',
  },
  ROME_STATUTE_28B: {
    title: 'Rome Statute, Article 28(b): other superiors',
    basis: 'Rome Statute of the International Criminal Court, Article 28(b)',
    knowledge: 'knew, or consciously disregarded information which clearly indicated the crimes',
    elements: [...COMMON, 'WITHIN_RESPONSIBILITY', ...DUTIES, 'CAUSATION'],
    modes: ['28(b)', '28'],
    successor: 'NOT_MET',
  },
  AD_HOC_TRIBUNALS: {
    title: 'Ad hoc tribunals: superior responsibility',
    basis: 'Statute of the ICTY, Article 7(3); Statute of the ICTR, Article 6(3)',
    knowledge: 'knew or had reason to know',
    elements: [...COMMON, ...DUTIES],
    modes: ['7(3)', '6(3)'],
    successor: 'CONTESTED',
  },
} as const satisfies Readonly<Record<string, Framework>>;

export type FrameworkName = keyof typeof FRAMEWORKS;

/**
 * Elements that a finding of superior responsibility against the person on the incident must have found. It does not
 * tell which of the two duties was breached, and causation is never inferred (R16).
 */
export const ENTAILED: readonly ElementName[] = COMMON;

/** Elements about the person's conduct or mind: an acquittal does not tell which failed, so it bears on each of these. */
export const AT_ISSUE_IN_ACQUITTAL: readonly ElementName[] = ['EFFECTIVE_CONTROL', 'KNOWLEDGE', ...DUTIES];
