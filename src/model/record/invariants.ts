import { entityRank, levelsFrom, rankOf, statementRank } from '../access.rules.js';
import { groupBy } from '../group.js';
import type { DOUBT, Word } from '../vocabulary.js';
import type { Draft, DraftEdge, DraftNode } from './draft.js';
import type { RecordProblem } from './located-records.js';
import { accountedEnd } from './own-words.rules.js';
import {
  canKnowOf,
  conductEndsTooEarly,
  copyBeyondDoubt,
  countsInDisorder,
  dayOfSexualViolence,
  halfCoordinates,
  halfRange,
  invertedRange,
  isCoarsePlace,
  isSexualViolence,
  kindless,
  nameless,
  ownSuperior,
  precisionOfSexualViolence,
  publishedBeforeDecided,
  strangeCode,
  unsourcedCoordinates,
} from './record.rules.js';
import type { ReferencedRecords } from './referenced-records.js';

/** The invariants of the model, one function each: a draft goes in, what breaks the invariant comes out. */

interface Indexed {
  readonly nodes: readonly DraftNode[];
  /** A record of the draft, or a referenced record. */
  readonly byId: { get(id: string): End | undefined };
  readonly around: ReferencedRecords;
  /** Edges by the node they start from, and by the node they lead to. */
  readonly from: ReadonlyMap<string, readonly DraftEdge[]>;
  readonly into: ReadonlyMap<string, readonly DraftEdge[]>;
  readonly codes: ReadonlySet<string>;
}

type End = Pick<DraftNode, 'id' | 'labels' | 'properties'>;
type Invariant = (draft: Indexed) => RecordProblem[];

/** What has a range. */
const RANGED = ['Posting', 'CommandLink', 'Positioning', 'Incident'];

/** What each edge must lead to. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  PUBLISHED_BY: ['Body'],
  DERIVED_FROM: ['Report'],
  COORDINATES_FROM: ['Report'],
  CITES: ['Report'],
  WITHIN: ['Location'],
  SUBORDINATE: ['Unit'],
  SUPERIOR: ['Unit'],
  PART: ['Body'],
  WHOLE: ['Body'],
  APPOINTED_BY: ['Person'],
  TO: ['Person', 'Unit'],
  BY: ['Body'],
  LINKED_WITH: ['Incident'],
  ABOUT: ['Person', 'Unit'],
  CONDUCT_OF: ['Incident'],
  ADDRESSED_TO: ['Person', 'Unit', 'Body'],
  AFFIRMS: ['Finding'],
  REVERSES: ['Finding'],
  REPLACES: ['Finding'],
  FOLLOWS: ['Finding'],
};

const NOTHING: ReferencedRecords = { get: () => undefined };

/** Everything that breaks an invariant, in the order of the files. `around` knows the records that the draft does not hold. */
export function problemsOf(draft: Draft, codes: ReadonlySet<string>, around = NOTHING): RecordProblem[] {
  const own = new Map(draft.nodes.map((node) => [node.id, node]));
  const indexed: Indexed = {
    nodes: draft.nodes,
    byId: { get: (id) => own.get(id) ?? around.get(id) },
    around,
    from: groupBy(draft.edges, (edge) => edge.from),
    into: groupBy(draft.edges, (edge) => edge.to),
    codes,
  };
  const problems = INVARIANTS.flatMap((invariant) => invariant(indexed));
  return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

const is = (node: End | undefined, ...labels: string[]) => labels.some((label) => node?.labels.includes(label));
/** `field` is the field of a node that must be corrected; for a link, the field that names its target. */
const problem = (at: DraftNode | DraftEdge, reason: string, field?: string): RecordProblem => ({
  ...at.origin,
  reason,
  ...(field !== undefined && { field }),
  ...('to' in at && { to: at.to }),
});
const out = (draft: Indexed, node: End, type: string) =>
  (draft.from.get(node.id) ?? []).filter((edge) => edge.type === type);
const text = (node: End, name: string) => String(node.properties[name] ?? '');
const date = (node: End, name: string) => ({
  text: text(node, name),
  min: text(node, `${name}Min`),
  max: text(node, `${name}Max`),
});
const dateIfAny = (node: End, name: string) => (text(node, name) === '' ? undefined : date(node, name));
const rangeOf = (node: End) => ({ first: date(node, 'first'), last: date(node, 'last') });
const hasDoubt = (node: End, ...doubts: Word<typeof DOUBT>[]) =>
  doubts.some((doubt) => ((node.properties.doubts ?? []) as string[]).includes(doubt));
const kindsOf = (incident: End | undefined) => (incident?.properties.kinds ?? []) as string[];

/** A reason, with another field than the one that the rule is about. */
type ReasonWithField = readonly [reason: string, field: string];

/** The problems of all nodes that carry one of the labels and break `rule`, which gives a reason or nothing; mostly in `field`. */
function each(
  labels: string[],
  field: string,
  rule: (node: DraftNode, draft: Indexed) => string | ReasonWithField | undefined | false,
): Invariant {
  return (draft) =>
    draft.nodes.flatMap((node) => {
      if (!is(node, ...labels)) return [];
      const issue = rule(node, draft);
      if (!issue) return [];
      return [typeof issue === 'string' ? problem(node, issue, field) : problem(node, ...issue)];
    });
}

export const everyIdStandsOnce: Invariant = ({ nodes }) => {
  const nodeById = new Map<string, DraftNode>();
  return nodes.flatMap((node) => {
    const earlier = nodeById.get(node.id);
    nodeById.set(node.id, node);
    if (!earlier) return [];
    return [problem(node, `the id ${node.id} is already used at ${earlier.origin.file}:${earlier.origin.line}`, 'id')];
  });
};

export const everyReferenceResolves: Invariant = (draft) =>
  [...draft.from.values()].flat().flatMap((edge) => {
    if (edge.type === 'CLASSIFIES') return [];
    const target = draft.byId.get(edge.to);
    if (!target) return [problem(edge, `${edge.type} refers to ${edge.to}, which is not declared`)];
    const expected = TARGETS[edge.type];
    if (expected && !is(target, ...expected))
      return [
        problem(
          edge,
          `${edge.type} of ${edge.from} must lead to a ${expected.join(' or ')}; ${edge.to} is a ${target.labels.at(-1)}`,
        ),
      ];
    return [];
  });

export const everyCodeIsKnown: Invariant = (draft) =>
  [...draft.from.values()].flat().flatMap((edge) => {
    if (edge.type !== 'CLASSIFIES' || draft.codes.has(edge.to)) return [];
    return [problem(edge, `expected a code of legal-codes.yaml; got ${edge.to}`)];
  });

export const everyStatementCitesAReport = each(
  ['Claim', 'Incident', 'Finding'],
  'cites',
  (node, draft) =>
    out(draft, node, 'CITES').every(({ properties }) => properties.secondary) &&
    `a ${node.labels.at(-1)} must cite at least one report that is not secondary; ${node.id} cites none`,
);

export const everyParagraphIsInTheManifest: Invariant = (draft) =>
  [...draft.from.values()].flat().flatMap((edge) => {
    if (edge.type !== 'CITES' || edge.properties.paragraph === undefined || edge.properties.passageSha256) return [];
    return [
      problem(
        edge,
        `paragraphs.csv has no paragraph ${edge.properties.paragraph} of ${edge.properties.document ?? `the document of ${edge.to}`}`,
        'paragraph',
      ),
    ];
  });

export const everyRangeHasBothEndsOrNone = each(RANGED, 'last', (node) => {
  const broken = halfRange(node.properties);
  return broken && [broken.reason, broken.field];
});

export const everyRangeIsTheRightWayRound = each(
  RANGED,
  'last',
  (node) =>
    node.properties.first !== undefined && !hasDoubt(node, 'RANGE_REVERSED') && invertedRange(rangeOf(node))?.reason,
);

/**
 * Each report supports its claim alone, so no report may be cited for a day after its own publication. The reports of an
 * incident tell its days together: one may say how it began, a later one that it went on, so one that can know is enough,
 * and a report that gives all its words must be able to know every day.
 * What its author doubts for that very reason is kept: it is never firm, and a relation covers no day of which its reports
 * cannot know. Reversed dates tell nothing.
 */
export const noReportTellsTheFuture: Invariant = (draft) =>
  draft.nodes.flatMap((node) => {
    if (hasDoubt(node, 'SOURCE_OLDER_THAN_DATE', 'RANGE_REVERSED')) return [];
    const cites = out(draft, node, 'CITES').flatMap(({ to, properties: { suffices } }) => {
      const report = draft.byId.get(to);
      return report ? [{ report, suffices }] : [];
    });
    return Object.entries(DATES)
      .filter(([name]) => text(node, name) !== '')
      .flatMap(([name, field]) => {
        const tooEarly = cites.filter(
          ({ report }) => !canKnowOf(text(report, 'publishedMax'), text(node, `${name}Min`)),
        );
        const together = is(node, 'Incident') && tooEarly.length < cites.length;
        return tooEarly
          .filter(({ suffices }) => !together || suffices)
          .map(({ report }) =>
            problem(
              node,
              `${report.id}, ${publication(report)}, cannot say what happened on ${text(node, name)}`,
              field,
            ),
          );
      });
  });

/** The fields of dates, by the property of each. */
const DATES = { first: 'first', last: 'last', decided: 'decidedOn', on: 'on' };

const publication = ({ properties: { published, publishedMax } }: End) =>
  published ? `published on ${published}` : `retrieved on ${publishedMax}`;

export const onlyCourtsConvictOrAcquit = each(['Finding'], 'type', (node, draft) => {
  if (!['CONVICTION', 'ACQUITTAL'].includes(text(node, 'type'))) return false;
  const body = draft.byId.get(out(draft, node, 'BY')[0]?.to ?? '');
  return (
    body?.properties.bodyKind !== 'COURT' &&
    `only a court gives a ${node.properties.type}; ${body?.id} is of kind ${body?.properties.bodyKind}`
  );
});

export const reversalsPointToEarlierFindings: Invariant = (draft) =>
  [...draft.from.values()].flat().flatMap((edge) => {
    if (edge.type !== 'REVERSES') return [];
    const [later, earlier] = [draft.byId.get(edge.from), draft.byId.get(edge.to)];
    if (
      !later ||
      !earlier ||
      (text(earlier, 'decidedMin') !== '' && text(later, 'decidedMin') > text(earlier, 'decidedMin'))
    )
      return [];
    return [
      problem(
        edge,
        `${later.id} (decided ${text(later, 'decided') || 'on no stated date'}) reverses ${earlier.id}, which must be decided before it (${text(earlier, 'decided') || 'no stated date'})`,
      ),
    ];
  });

export const onlyAcquittalsAndReversalsTurnOnAnElement = each(['Finding'], 'turnedOn', (node, draft) => {
  const turnedOn = (node.properties.turnedOn ?? []) as string[];
  const isInFavour = text(node, 'type') === 'ACQUITTAL' || out(draft, node, 'REVERSES').length > 0;
  return (
    turnedOn.length > 0 &&
    !isInFavour &&
    `only an acquittal, or a finding that reverses another, turns on an element; ${node.id} is a ${node.properties.type} and reverses nothing`
  );
});

export const nothingIsPublishedBeforeItIsDecided = each(
  ['Finding'],
  'decidedOn',
  (node) => publishedBeforeDecided(dateIfAny(node, 'decided'), dateIfAny(node, 'published'))?.reason,
);

export const conductEndsAfterItBegins = each(
  ['Finding'],
  'conductTo',
  (node) => conductEndsTooEarly(dateIfAny(node, 'conductFrom'), dateIfAny(node, 'conductTo'))?.reason,
);

export const noPersonIsTheSubjectOfStateResponsibility = each(['Finding'], 'about', (node, draft) => {
  if (text(node, 'type') !== 'STATE_RESPONSIBILITY') return false;
  const person = out(draft, node, 'ABOUT').find((edge) => is(draft.byId.get(edge.to), 'Person'));
  return person && `a finding against a State is never one against a person; it is about ${person.to}`;
});

/** Otherwise lists of the findings on an incident would leave out the decision that it is about. */
export const conductIsOfAnIncidentConcerned = each(['Finding'], 'conductOf', (node, draft) => {
  const concerned = new Set(out(draft, node, 'CONCERNS').map(({ to }) => to));
  const stray = out(draft, node, 'CONDUCT_OF').find(({ to }) => !concerned.has(to));
  return stray && `${node.id} is the conduct of ${stray.to}, which must be among the incidents that it concerns`;
});

export const placeholdersHoldNoPostsAndNoAttributions = each(['Posting', 'Attribution'], 'at', (node, draft) => {
  const end = [...out(draft, node, 'AT'), ...out(draft, node, 'TO')].find(
    (edge) => draft.byId.get(edge.to)?.properties.placeholder === true,
  );
  if (!end) return false;
  const reason = `${end.to} is a stand-in: it holds no posts and gets no attributions`;
  return end.type === 'TO' ? [reason, 'to'] : reason;
});

export const noUnitCommandsItself = each(['CommandLink'], 'superior', (node, draft) => {
  const [subordinate, superior] = [out(draft, node, 'SUBORDINATE')[0]?.to, out(draft, node, 'SUPERIOR')[0]?.to];
  return ownSuperior({ subordinate, superior })?.reason;
});

/** Neither by one link nor by a chain of parts, in the draft and in what the graph holds of public links together. */
export const noIncidentIsPartOfItself: Invariant = (draft) => {
  const links = draft.nodes.filter((node) => is(node, 'IncidentLink'));
  const ends = (link: DraftNode) => [out(draft, link, 'OF')[0]?.to ?? '', out(draft, link, 'LINKED_WITH')[0]?.to ?? ''];
  const partings = links.filter((link) => text(link, 'kind') === 'PART_OF');
  const wholes = groupBy(partings.map(ends), ([part]) => part ?? '');
  const above = (incident: string) => [
    ...(wholes.get(incident) ?? []).map(([, whole = '']) => whole),
    ...((draft.around.get(incident)?.properties.wholes ?? []) as string[]),
  ];
  return links.flatMap((link) => {
    const [part = '', other = ''] = ends(link);
    if (part === other) return [problem(link, `${part} cannot be linked with itself`, 'with')];
    if (!partings.includes(link)) return [];
    const reached = new Set([other]);
    for (const incident of reached) for (const whole of above(incident)) reached.add(whole);
    return reached.has(part) ? [problem(link, `${other} is itself a part of ${part}`, 'with')] : [];
  });
};

export const everyEntityHasANameAndAKind: Invariant = each(['Entity'], 'kind', (node, draft) => {
  const named = (draft.into.get(node.id) ?? []).some(
    (edge) => edge.type === 'OF' && is(draft.byId.get(edge.from), 'Name'),
  );
  const { kind, bodyKind } = node.properties;
  const broken =
    nameless(node.id, named) ??
    (is(node, 'Location') ? kindless(node.id, kind) : undefined) ??
    (is(node, 'Body') ? kindless(node.id, bodyKind) : undefined);
  return broken && [broken.reason, broken.field];
});

/** Whoever may see a claim may see the entities at its ends: otherwise a public claim would give a hidden entity away. */
export const noClaimIsMoreVisibleThanItsEnds = each(
  ['Claim', 'Incident', 'Finding', 'Report'],
  'access',
  (node, draft) => {
    const level = accessOf(node, draft);
    const hidden = (draft.from.get(node.id) ?? []).find(
      ({ type, to }) => type !== 'CITES' && type !== 'DERIVED_FROM' && accessOf(draft.byId.get(to), draft) > level,
    );
    return (
      !is(node, 'Name') &&
      hidden &&
      `${levelsFrom(level)[0]} statement ${node.id} leads to ${hidden.to}, which is more restricted`
    );
  },
);

/**
 * The own words of an incident or finding are for all who may see it. Where one of its reports is for fewer readers, they
 * may be from that one, unless a report for all of them gives every word.
 */
export const ownWordsAreFromReportsOfTheirReaders = each(['Incident', 'Finding'], 'cites', (node, draft) => {
  const level = accessOf(node, draft);
  const direct = out(draft, node, 'CITES').filter(({ properties }) => !properties.secondary);
  const isHidden = ({ to }: DraftEdge) => rankOf(draft.byId.get(to)?.properties.access ?? 'PUBLIC') > level;
  const hidden = direct.find(isHidden);
  if (!hidden || direct.some((edge) => edge.properties.suffices && !isHidden(edge))) return false;
  return `fewer readers may see ${hidden.to} than ${node.id}, whose title and other words may be from it: mark with \`suffices\` a report that gives them all and that all its readers may see, or restrict ${node.id}`;
});

/** A fact that stands in for a date of an incident is written as such a date. */
export const datesThatStandInAreDates = each(['Fact'], 'value', (node, draft) => {
  const [property, value] = [text(node, 'property'), text(node, 'value')];
  if (property !== 'FIRST' && property !== 'LAST') return false;
  if (!is(draft.byId.get(out(draft, node, 'OF')[0]?.to ?? ''), 'Incident')) return false;
  const example = property === 'FIRST' ? '2022-03-14 START' : '2022-03-14 END';
  return (
    !accountedEnd(property, value) &&
    `expected a date and its bound, such as "${example}", as ${property} of an incident; got "${value}"`
  );
});

/** The lowest rank of access that sees a node. What is not there, has no name or cites no report is a matter of other invariants. */
function accessOf(node: End | undefined, draft: Indexed): number {
  if (!node) return 0;
  const referenced = draft.around.get(node.id);
  if (referenced) return referenced.level;
  if (is(node, 'Entity')) {
    const names = (draft.into.get(node.id) ?? [])
      .map((edge) => draft.byId.get(edge.from))
      .filter((name) => is(name, 'Name'));
    return names.length === 0 ? 0 : entityRank(names.map((name) => accessOf(name, draft)));
  }
  const own = rankOf(node.properties.access);
  const reports = out(draft, node, 'CITES').map(({ to }) => rankOf((draft.byId.get(to) ?? node).properties.access));
  return reports.length === 0 ? own : statementRank(own, reports);
}

export const sexualViolenceIsStoredCoarsely = each(['Incident', 'Fact', 'Finding'], 'value', (node, draft) => {
  if (is(node, 'Finding')) {
    const isOnIt = out(draft, node, 'CONCERNS').some(({ to }) => isSexualViolence(kindsOf(draft.byId.get(to))));
    const fine = out(draft, node, 'AT').find(({ to }) => !isCoarsePlace(text(draft.byId.get(to) ?? node, 'kind')));
    return (
      isOnIt && fine && [`a finding on sexual violence shows region or country only; ${fine.to} is finer`, 'places']
    );
  }
  if (is(node, 'Fact')) {
    const about = draft.byId.get(out(draft, node, 'OF')[0]?.to ?? '');
    return isSexualViolence(kindsOf(about)) && dayOfSexualViolence('value', text(node, 'value'))?.reason;
  }
  if (!isSexualViolence(kindsOf(node))) return false;
  const place = draft.byId.get(out(draft, node, 'AT')[0]?.to ?? '');
  if (place && !isCoarsePlace(text(place, 'kind')))
    return [
      `an incident of sexual violence shows region or country only; ${place.id} is a ${place.properties.kind}`,
      'location',
    ];
  const broken =
    precisionOfSexualViolence(text(node, 'precision')) ??
    dayOfSexualViolence('first', text(node, 'first')) ??
    dayOfSexualViolence('last', text(node, 'last'));
  return broken && [broken.reason, broken.field];
});

export const coordinatesAreCompleteAndSourced = each(['Location'], 'coordinatesFrom', (node, draft) => {
  const place = { ...node.properties, id: node.id };
  const sourced = out(draft, node, 'COORDINATES_FROM').length > 0;
  const broken = halfCoordinates(place) ?? unsourcedCoordinates(place, sourced);
  return broken && [broken.reason, broken.field];
});

export const countsAreInOrder = each(['Fact'], 'best', (node) => {
  const property = text(node, 'property');
  if (!['KILLED', 'INJURED', 'DISPLACED', 'DETAINED'].includes(property)) return false;
  return countsInDisorder({ ...node.properties, property })?.reason;
});

export const noCopyIsBeyondDoubt = each(['Report'], 'reliability', (node) => copyBeyondDoubt(node.properties)?.reason);

export const everyCodeOfAFactIsOfItsVocabulary = each(['Fact'], 'code', (node) => {
  const code = text(node, 'code');
  return code !== '' && strangeCode(text(node, 'property'), code)?.reason;
});

const INVARIANTS: readonly Invariant[] = [
  everyIdStandsOnce,
  everyReferenceResolves,
  everyCodeIsKnown,
  everyStatementCitesAReport,
  everyParagraphIsInTheManifest,
  everyRangeHasBothEndsOrNone,
  everyRangeIsTheRightWayRound,
  noReportTellsTheFuture,
  onlyCourtsConvictOrAcquit,
  reversalsPointToEarlierFindings,
  onlyAcquittalsAndReversalsTurnOnAnElement,
  nothingIsPublishedBeforeItIsDecided,
  conductEndsAfterItBegins,
  noPersonIsTheSubjectOfStateResponsibility,
  conductIsOfAnIncidentConcerned,
  placeholdersHoldNoPostsAndNoAttributions,
  noUnitCommandsItself,
  noIncidentIsPartOfItself,
  everyEntityHasANameAndAKind,
  noClaimIsMoreVisibleThanItsEnds,
  ownWordsAreFromReportsOfTheirReaders,
  datesThatStandInAreDates,
  sexualViolenceIsStoredCoarsely,
  coordinatesAreCompleteAndSourced,
  countsAreInOrder,
  noCopyIsBeyondDoubt,
  everyCodeOfAFactIsOfItsVocabulary,
];
