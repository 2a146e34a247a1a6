import { BODY_KIND, UNIT_KIND as UNIT_KINDS, words } from '../../../model/vocabulary.js';
import type { Run } from '../record/conversion.js';
import { UNIT_KIND, unitKindOf } from '../record/kinds.js';
import type { FtmEntity } from './entity.js';
import type { Kind } from './schemata.js';
import type { Work } from './sources.js';
import { countryCode, type Draft, entityIn, worded } from './things.js';

/** Organizations: those that are military are units, the others bodies. */

export function unitIn(work: Work, entity: FtmEntity, id: string): Draft | undefined {
  const kind = kindOfUnit(work.run, entity);
  entity.take('topics', 'mil');
  const record = organizationIn(work, entity, id, 'units');
  if (!record) return undefined;
  const body = id.startsWith('org-') ? { body: { kind: kindOfBody(work.run, entity) } } : {};
  return { ...record, kind, ...countryCode(entity, record.facts, 'units'), ...body };
}

export function bodyIn(work: Work, entity: FtmEntity, id: string): Draft | undefined {
  const kind = kindOfBody(work.run, entity);
  const record = organizationIn(work, entity, id, 'bodies');
  return record && { ...record, kind };
}

/** A classification in our own words is a kind, and no fact beside it. */
function organizationIn(work: Work, entity: FtmEntity, id: string, kind: Kind): Draft | undefined {
  const record = entityIn(work, entity, id, kind);
  const ours: readonly string[] = [...words(UNIT_KINDS), ...words(BODY_KIND)];
  const facts = (record?.facts ?? []) as readonly { property: string; value: string }[];
  return (
    record && {
      ...record,
      facts: facts.filter(({ property, value }) => property !== 'CLASSIFICATION' || !ours.includes(value)),
    }
  );
}

function kindOfUnit(run: Run, entity: FtmEntity): string {
  const classes = entity.values('classification');
  const told = worded(UNIT_KINDS, classes) ?? unitKindOf(classes);
  if (told !== undefined) return told;
  if (entity.schema === 'PublicBody') return 'ARMED_FORCES';
  const kind = run.options.unitKind ?? UNIT_KIND;
  run.report.warning(
    entity.at('classification'),
    'a classification that tells the kind of unit',
    classes.join(', '),
    `The unit is taken as ${kind}.`,
  );
  return kind;
}

const BODY_TOPICS: readonly (readonly [RegExp, string])[] = [
  [/^gov\.igo$/, 'INTERGOVERNMENTAL'],
  [/^gov\.judicial$/, 'COURT'],
  [/^gov\.legislative$/, 'LEGISLATURE'],
  [/^gov\b/, 'AUTHORITY'],
  [/^npo$/, 'NGO'],
];

function kindOfBody(run: Run, entity: FtmEntity): string {
  const told = worded(BODY_KIND, entity.values('classification'));
  const topics = entity.peek('topics');
  const byTopic = BODY_TOPICS.find(([topic]) => topics.some((one) => topic.test(one)))?.[1];
  for (const topic of topics.filter((one) => BODY_TOPICS.some(([known]) => known.test(one))))
    entity.take('topics', topic);
  const kind = told ?? byTopic ?? (entity.schema === 'PublicBody' ? 'AUTHORITY' : undefined);
  if (kind !== undefined) return kind;
  run.report.warning(
    entity.at('classification'),
    'a classification or topic that tells the kind of body',
    topics.join(', '),
    'The body is taken as NGO.',
  );
  return 'NGO';
}
