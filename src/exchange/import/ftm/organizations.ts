import { BODY_KIND, UNIT_KIND as UNIT_KINDS, words } from '../../../model/vocabulary.js';
import type { Conversion } from '../record/conversion.js';
import { UNIT_KIND, unitKindOf } from '../record/kinds.js';
import type { FtmEntity } from './ftm-entity.js';
import type { FtmWork } from './ftm-work.js';
import type { Kind } from './schemata.js';
import { countryCode, entityRecord, type FtmDraft, worded } from './things.js';

/** Organizations: those that are military are units, the others bodies. */

export function unitIn(work: FtmWork, entity: FtmEntity, id: string): FtmDraft | undefined {
  const kind = kindOfUnit(work.conversion, entity);
  entity.take('topics', 'mil');
  const record = organizationIn(work, entity, id, 'units');
  if (!record) return undefined;
  const body = id.startsWith('org-') ? { body: { kind: kindOfBody(work.conversion, entity) } } : {};
  return { ...record, kind, ...countryCode(entity, record.facts, 'units'), ...body };
}

export function bodyIn(work: FtmWork, entity: FtmEntity, id: string): FtmDraft | undefined {
  const kind = kindOfBody(work.conversion, entity);
  const record = organizationIn(work, entity, id, 'bodies');
  return record && { ...record, kind };
}

/** A classification in our own words is a kind, and no fact beside it. */
function organizationIn(work: FtmWork, entity: FtmEntity, id: string, kind: Kind): FtmDraft | undefined {
  const record = entityRecord(work, entity, id, kind);
  const ours: readonly string[] = [...words(UNIT_KINDS), ...words(BODY_KIND)];
  const facts = (record?.facts ?? []) as readonly { property: string; value: string }[];
  return (
    record && {
      ...record,
      facts: facts.filter(({ property, value }) => property !== 'CLASSIFICATION' || !ours.includes(value)),
    }
  );
}

function kindOfUnit(conversion: Conversion, entity: FtmEntity): string {
  const classes = entity.values('classification');
  const statedKind = worded(UNIT_KINDS, classes) ?? unitKindOf(classes);
  if (statedKind !== undefined) return statedKind;
  if (entity.schema === 'PublicBody' && entity.peek('topics').includes('mil')) return 'ARMED_FORCES';
  const kind = conversion.options.unitKind ?? UNIT_KIND;
  conversion.report.warning(
    entity.at('classification'),
    'a classification that tells the kind of unit',
    classes.join(', '),
    `The kind of the unit is set to ${kind}.`,
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

function kindOfBody(conversion: Conversion, entity: FtmEntity): string {
  const statedKind = worded(BODY_KIND, entity.values('classification'));
  const topics = entity.peek('topics');
  const byTopic = BODY_TOPICS.find(([topic]) => topics.some((one) => topic.test(one)))?.[1];
  for (const topic of topics.filter((one) => BODY_TOPICS.some(([pattern]) => pattern.test(one))))
    entity.take('topics', topic);
  const kind = statedKind ?? byTopic ?? (entity.schema === 'PublicBody' ? 'AUTHORITY' : undefined);
  if (kind !== undefined) return kind;
  conversion.report.warning(
    entity.at('classification'),
    'a classification or topic that tells the kind of body',
    topics.join(', '),
    'The kind of the body is set to NGO.',
  );
  return 'NGO';
}
