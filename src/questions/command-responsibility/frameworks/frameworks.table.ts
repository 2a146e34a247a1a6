import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { PROJECT } from '../../../graph/local-neo4j/place.js';
import { KNOWLEDGE_EVIDENCE, POST_ROLE, RESPONSIBILITY_ELEMENT, words } from '../../../model/vocabulary.js';
import { RULE_IDS, type RuleId } from '../legal-rules.rules.js';

/** The legal tests, read from a file of data as the program starts: the schema has a value for each. */

const ELEMENT = z.enum(words(RESPONSIBILITY_ELEMENT));
const EVIDENCE = z.enum(words(KNOWLEDGE_EVIDENCE));
const TEXT = z.string().min(1);

const KNOWLEDGE = z.strictObject({
  /** The test in common words. */
  test: TEXT,
  /** The rule on what can meet it, where the law has one. */
  rule: z.enum(RULE_IDS as [RuleId, ...RuleId[]]).optional(),
  /** Evidence that bears on knowledge itself. */
  direct: z.array(EVIDENCE),
  /** Evidence that bears on the lesser test alone, such as "should have known". */
  lesser: z.array(EVIDENCE),
});

const SUPERIORS = z.strictObject({
  /** Roles of posts that make somebody a superior of the kind that the test is about. */
  roles: z.array(z.enum(words(POST_ROLE))).min(1),
  /** Whether command in fact does so too. */
  inFact: z.boolean(),
  /** What is said where the posts are of another kind. */
  otherwise: TEXT,
});

const FRAMEWORK = z
  .strictObject({
    name: z.string().regex(/^[A-Z][A-Z0-9_]+$/, 'expected capitals, digits and underscores'),
    title: TEXT,
    /** Where the test is laid down; what of it nobody read is marked so. */
    basis: TEXT,
    /** Addresses at which its passages were read that are not marked as unread. */
    read: z.array(z.url()).default([]),
    /** In the order of an answer. */
    elements: z.array(ELEMENT).min(1),
    /** Modes of liability, as findings state them, that mean this test. */
    modes: z.array(TEXT).min(1),
    /** Those of the modes that leave open whether this test or a neighbouring one is meant. */
    unspecific: z.array(TEXT).default([]),
    /** Elements that a finding by these modes must have found, and an accusation by them alleges. */
    entails: z.array(ELEMENT),
    /** Elements of which such a finding needs one only. */
    entailsOneOf: z.array(ELEMENT).default([]),
    /** What this test asks of an element, where it differs from other tests. */
    asks: z.partialRecord(ELEMENT, TEXT).default({}),
    superiors: SUPERIORS.optional(),
    knowledge: KNOWLEDGE.optional(),
  })
  .superRefine(({ elements, entails, entailsOneOf, asks, knowledge, superiors }, context) => {
    const worded = Object.keys(asks) as (typeof elements)[number][];
    for (const element of [...entails, ...entailsOneOf, ...worded])
      if (!elements.includes(element))
        context.addIssue({ code: 'custom', message: `expected one of its elements; got ${element}` });
    if (elements.includes('KIND_OF_SUPERIOR') !== (superiors !== undefined))
      context.addIssue({
        code: 'custom',
        message: 'expected `superiors` with the element KIND_OF_SUPERIOR, and only with it',
      });
    if (elements.includes('KNOWLEDGE') !== (knowledge !== undefined))
      context.addIssue({
        code: 'custom',
        message: 'expected `knowledge` with the element KNOWLEDGE, and only with it',
      });
  });

export type Framework = z.output<typeof FRAMEWORK>;

/** The tests of a file, by their names. Throws an error that says where the file is wrong. */
export function frameworksIn(text: string): Readonly<Record<string, Framework>> {
  const read = z.array(FRAMEWORK).safeParse(parse(text));
  if (!read.success) throw new Error(`frameworks.yaml: ${z.prettifyError(read.error)}`);
  const names = read.data.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) throw new Error(`frameworks.yaml: expected each name once; got ${twice} twice.`);
  return Object.fromEntries(read.data.map((framework) => [framework.name, framework]));
}

export const readFrameworks = () => frameworksIn(readFileSync(join(PROJECT, 'seed', 'frameworks.yaml'), 'utf8'));
