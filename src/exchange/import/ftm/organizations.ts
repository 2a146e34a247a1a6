import { BODY_KIND } from '../../../model/vocabulary.js';
import type { Conversion } from '../record/conversion.js';
import type { FtmEntity } from './ftm-entity.js';
import { type FtmWork, gradingOf } from './ftm-work.js';
import { entityRecord, type FtmDraft, worded } from './things.js';

/** Organizations: those that are military are units, the others bodies. */

interface Claim {
  readonly property: string;
  readonly value: string;
  readonly doubts?: readonly string[];
  readonly doubtsAsStated?: readonly string[];
}

export function unitIn(work: FtmWork, entity: FtmEntity, id: string): FtmDraft | undefined {
  const isMilitary = entity.peek('topics').includes('mil');
  entity.take('topics', 'mil');
  const record = entityRecord(work, entity, id, 'units');
  if (!record) return undefined;
  const body = id.startsWith('org-') ? { body: { kind: kindOfBody(work.conversion, entity) } } : {};
  const claims = withoutBodyKinds(record.facts as readonly Claim[]);
  const facts = claims.flatMap((fact) => (fact.property === 'CLASSIFICATION' ? kindsOf(work, entity, fact) : [fact]));
  const isClassified = claims.some(({ property }) => property === 'CLASSIFICATION');
  const military = { property: 'CLASSIFICATION', value: 'mil', code: 'ARMED_FORCES', ...gradingOf(work.conversion) };
  const isArmy = isMilitary && !isClassified && entity.schema === 'PublicBody';
  return { ...record, facts: isArmy ? [...facts, military] : facts, ...body };
}

export function bodyIn(work: FtmWork, entity: FtmEntity, id: string): FtmDraft | undefined {
  const kind = kindOfBody(work.conversion, entity);
  const record = entityRecord(work, entity, id, 'bodies');
  return record && { ...record, facts: withoutBodyKinds(record.facts as readonly Claim[]), kind };
}

/** A classification in our own word for a body is its kind, and no fact beside it. */
const withoutBodyKinds = (facts: readonly Claim[]): readonly Claim[] =>
  facts.filter(({ property, value }) => property !== 'CLASSIFICATION' || !worded(BODY_KIND, [value]));

/** A classification of a unit with the kinds that it stands for; what the lexicon does not have is kept with a doubt. */
function kindsOf({ conversion }: FtmWork, entity: FtmEntity, fact: Claim): Claim[] {
  const kinds = conversion.options.lexicons.UNIT_KINDS.allIn(fact.value);
  if (kinds.length > 0) return kinds.map((code) => ({ ...fact, code }));
  conversion.report.unknownWord('UNIT_KINDS', entity.at('classification'), fact.value);
  const { doubts = [], doubtsAsStated = [] } = fact;
  return [{ ...fact, doubts: [...doubts, 'KIND_UNKNOWN'], doubtsAsStated: [...doubtsAsStated, fact.value] }];
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
