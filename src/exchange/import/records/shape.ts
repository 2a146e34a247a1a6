import type { FileName } from '../../../model/record/record-shapes.js';
import { CASUALTY_KIND } from '../../../model/vocabulary.js';
import type { Line } from './lines.js';

/** A line of our own dump in the shape in which an author would have written it, so that the same rules judge both. */

type Shape = Readonly<Record<string, unknown>>;

/** Where the record belongs: a room, or what is said of an incident that stands elsewhere. */
export interface Shaped {
  readonly room: FileName | 'incident-claims';
  readonly record: Shape;
}

/** The shape of a line; undefined where its labels are none of ours. */
export function shapeOf(line: Line): Shaped | undefined {
  const kind = KINDS.find((label) => line.labels.includes(label));
  return kind === undefined ? undefined : SHAPES[kind]?.(line);
}

/** Units before bodies: a ministry is both. */
const KINDS = (
  'Report Person Unit Body Location Incident Finding Posting CommandLink Positioning Affiliation Attribution ' +
  'Name Identifier Fact Indicator Measure'
).split(' ');

const all = ({ links }: Line, type: string) => links.filter((link) => link.type === type).map(({ to }) => to);
const one = (line: Line, type: string) => all(line, type)[0];

const cites = ({ links }: Line) =>
  links
    .filter(({ type }) => type === 'CITES')
    .map(({ to, properties: { document, paragraph, pinpoint, paraphrase } }) =>
      without({ report: to, document, paragraph, pinpoint, paraphrase }),
    );

/** What every claim says of itself. */
function meta(line: Line): Shape {
  const { status, credibility, legacyConfidence, access, note } = line.properties;
  return { status, credibility, legacyConfidence, access, note, cites: cites(line) };
}

const range = ({ properties: { first, firstHardness, last, lastHardness } }: Line): Shape => ({
  first: `${first} ${firstHardness}`,
  last: `${last} ${lastHardness}`,
});

function without(record: Shape): Shape {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

const inRoom = (room: FileName, record: Shape): Shaped => ({ room, record: without(record) });

/** What is said of an entity or an incident beside the record of it. */
function said(line: Line, list: string, claim: Shape): Shaped | undefined {
  const id = one(line, 'OF') ?? '';
  const room = ROOMS[id.slice(0, id.indexOf('-'))];
  if (id.startsWith('incident-')) return { room: 'incident-claims', record: { id, [list]: [without(claim)] } };
  return room && inRoom(room, { id, extends: true, [list]: [without(claim)] });
}

const ROOMS: Readonly<Record<string, FileName>> = {
  person: 'people',
  unit: 'units',
  org: 'units',
  body: 'bodies',
  location: 'locations',
};

const SHAPES: Readonly<Record<string, (line: Line) => Shaped | undefined>> = {
  Report: (line) => {
    const {
      published,
      publishedMin: _min,
      publishedMax: _max,
      recordedAt: _at,
      dataset: _of,
      ...own
    } = line.properties;
    const derivedFrom = all(line, 'DERIVED_FROM');
    return inRoom('reports', {
      id: line.id,
      ...own,
      publishedOn: published,
      publisher: one(line, 'PUBLISHED_BY'),
      derivedFrom,
    });
  },
  Person: ({ id }) => inRoom('people', { id }),
  Unit: ({ id, properties: { kind, country, placeholder, bodyKind } }) =>
    inRoom('units', { id, kind, country, placeholder, body: bodyKind === undefined ? undefined : { kind: bodyKind } }),
  Body: ({ id, properties: { bodyKind } }) => inRoom('bodies', { id, kind: bodyKind }),
  Location: (line) => {
    const { kind, country, latitude, longitude, precision } = line.properties;
    const [coordinatesFrom, within] = [one(line, 'COORDINATES_FROM'), one(line, 'WITHIN')];
    return inRoom('locations', { id: line.id, kind, country, latitude, longitude, precision, coordinatesFrom, within });
  },
  Incident: (line) => {
    const { title, summary, kinds, means, precision } = line.properties;
    const what = { id: line.id, title, summary, kinds, means, precision, location: one(line, 'AT') };
    return inRoom('incidents', { ...what, ...range(line), ...meta(line) });
  },
  Finding: (line) => {
    const { type, title, summary, standard, standardAsStated, proofDomain, inAbsentia } = line.properties;
    const { decided, published, conductFrom, conductTo } = line.properties;
    return inRoom('findings', {
      ...{ id: line.id, type, title, summary, standard, standardAsStated, proofDomain, inAbsentia },
      ...{ decidedOn: decided, publishedOn: published, conductFrom, conductTo, by: one(line, 'BY') },
      ...{ about: all(line, 'ABOUT'), concerns: all(line, 'CONCERNS'), affirms: all(line, 'AFFIRMS') },
      ...{ reverses: all(line, 'REVERSES'), replaces: all(line, 'REPLACES'), follows: all(line, 'FOLLOWS') },
      classifies: line.links
        .filter((link) => link.type === 'CLASSIFIES')
        .map(({ to, properties: { asStated, certainty, modes } }) => without({ code: to, asStated, certainty, modes })),
      ...meta(line),
    });
  },
  Posting: (line) => {
    const { role, title, rank } = line.properties;
    const ends = { person: one(line, 'OF'), at: one(line, 'AT'), appointedBy: one(line, 'APPOINTED_BY') };
    return inRoom('postings', { ...ends, role, title, rank, ...range(line), ...meta(line) });
  },
  CommandLink: (line) => {
    const ends = { subordinate: one(line, 'SUBORDINATE'), superior: one(line, 'SUPERIOR') };
    return inRoom('command-links', { ...ends, kind: line.properties.kind, ...range(line), ...meta(line) });
  },
  Positioning: (line) => {
    const ends = { unit: one(line, 'OF'), location: one(line, 'AT') };
    return inRoom('positionings', { ...ends, kind: line.properties.kind, ...range(line), ...meta(line) });
  },
  Affiliation: (line) => {
    const ends = { part: one(line, 'PART'), whole: one(line, 'WHOLE') };
    return inRoom('affiliations', { ...ends, kind: line.properties.kind, ...meta(line) });
  },
  Attribution: (line) => {
    const ends = { to: one(line, 'TO'), by: one(line, 'BY'), mode: line.properties.mode };
    return said(line, 'attributions', { ...ends, ...meta(line) });
  },
  Name: (line) => {
    const { value, lang, script, kind, scheme } = line.properties;
    return said(line, 'names', { value, lang, script, kind, scheme, ...meta(line) });
  },
  Identifier: (line) => {
    const { scheme, value } = line.properties;
    return said(line, 'identifiers', { scheme, value, ...meta(line) });
  },
  Fact: (line) => {
    const { property, value, low, best, high } = line.properties;
    const counted =
      Object.hasOwn(CASUALTY_KIND, String(property)) && [low, best, high].some((count) => count !== undefined);
    return counted
      ? said(line, 'casualties', { kind: property, low, best, high, by: one(line, 'BY'), ...meta(line) })
      : said(line, 'facts', { property, value, ...meta(line) });
  },
  Indicator: (line) => {
    const { code, group, polarity, on } = line.properties;
    return inRoom('indicators', { code, group, polarity, on, concerns: all(line, 'CONCERNS'), ...meta(line) });
  },
  Measure: (line) => {
    const { kind, on, effect } = line.properties;
    return inRoom('measures', { kind, on, effect, concerns: all(line, 'CONCERNS'), ...meta(line) });
  },
};
