/**
 * What is measured: questions to the product, each with the one statement of Cypher that somebody would write by hand for
 * the same answer, and with the same question to the peer, where it can be asked there. The three answer a reader of what is
 * public, as of now.
 */
export interface Operation {
  readonly name: string;
  readonly question: string;
  /** A statement whose one value, `data`, is what the product answers. */
  readonly limit?: string;
  /** In the language of the peer: the same fields. */
  readonly peer?: string;
}

/** The records that the questions are about, chosen in each graph by the same rule. */
export interface About {
  /** A unit with a usual number of links and posts. */
  readonly unit: string;
  /** The unit with most links. */
  readonly hub: string;
  readonly person: string;
  readonly incident: string;
  readonly day: string;
}

/** Those records; `idFound` gives the `id` that a statement returns. */
export async function chosenRecords(idFound: (statement: string) => Promise<string>): Promise<About> {
  const links = 'COUNT { (u)<-[:SUBORDINATE|SUPERIOR]-() }';
  const incidentOfUnit = '(i:Incident)<-[:OF]-(:Attribution)-[:TO]->(u:Unit)-[]-(:CommandLink)';
  return {
    unit: await idFound(
      `MATCH (u:Unit) WHERE ${links} = 10 AND COUNT { (u)<-[:AT]-(:Posting) } >= 2 RETURN u.id AS id ORDER BY id LIMIT 1`,
    ),
    hub: await idFound(`MATCH (u:Unit) RETURN u.id AS id ORDER BY ${links} DESC, id LIMIT 1`),
    person: await idFound(
      'MATCH (p:Person) RETURN p.id AS id ORDER BY COUNT { (p)<-[:OF]-(:Posting) } DESC, id LIMIT 1',
    ),
    incident: await idFound(`MATCH ${incidentOfUnit} RETURN i.id AS id ORDER BY id LIMIT 1`),
    day: await idFound(`MATCH ${incidentOfUnit} RETURN i.first AS id ORDER BY i.id LIMIT 1`),
  };
}

const isSeen = (node: string) => `${node}.access = 'PUBLIC' AND ${node}.retractedAt IS NULL`;
const isSourced = (claim: string) =>
  `${isSeen(claim)} AND EXISTS { (${claim})-[:CITES]->(source:Report) WHERE ${isSeen('source')} }`;
const counts = (claim: string) => `${claim}.status IN ['ACCEPTED', 'CONFLICT'] AND ${isSourced(claim)}`;
const nameOf = (entity: string) => `COLLECT {
  MATCH (name:Name)-[:OF]->(${entity}) WHERE ${isSourced('name')}
  RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
}[0]`;
const citationsOf = (claim: string) => `COLLECT {
  MATCH (${claim})-[citation:CITES]->(report:Report) WHERE ${isSeen('report')}
  RETURN {report: report {.id, .title}} ORDER BY report.id, citation.paragraph, citation.pinpoint
}`;
const rangeOf = (claim: string) => `CASE WHEN ${claim}.first IS NOT NULL THEN ${claim} {.first, .last} END`;
const withName = (entity: string) => `{id: ${entity}.id, name: ${nameOf(entity)}}`;

/** Statements about one end, by a pattern with the statement and its other end. */
const list = (pattern: string, first: number, map: string, claim = 'n') => `{nodes: COLLECT {
  MATCH ${pattern} WHERE ${counts(claim)} WITH * ORDER BY ${claim}.firstMin, ${claim}.id LIMIT ${first}
  RETURN ${map}
}}`;

const RANGE = 'range { first last }';
const CITATIONS = 'citations { report { id title } }';
const PEER_CITATIONS = 'cites { id title }';
const PEER_SEEN = 'access: { eq: "PUBLIC" }, retractedAt: { eq: null }';
const PEER_COUNTS = `${PEER_SEEN}, status: { in: ["ACCEPTED", "CONFLICT"] }, cites: { some: { ${PEER_SEEN} } }`;
const PEER_NAMES = `names(where: { ${PEER_SEEN}, cites: { some: { ${PEER_SEEN} } } }, sort: [{ sortKey: ASC }], limit: 1) { value }`;
const peerList = (field: string, first: number, fields: string) =>
  `${field}(where: { ${PEER_COUNTS} }, sort: [{ firstMin: ASC }, { id: ASC }], limit: ${first}) { ${fields} }`;
const PEER_STATEMENT = `first last ${PEER_CITATIONS}`;

const unitPage = (id: string): Pick<Operation, 'question' | 'limit' | 'peer'> => ({
  question: `{ unit(id: "${id}") { id name
    postings(first: 50) { nodes { role title rank ${RANGE} person { id name } ${CITATIONS} } }
    superiorLinks(first: 50) { nodes { kind ${RANGE} superior { id name } ${CITATIONS} } }
    subordinateLinks(first: 50) { nodes { kind ${RANGE} subordinate { id name } ${CITATIONS} } }
    positionings(first: 50) { nodes { kind ${RANGE} location { id name } ${CITATIONS} } } } }`,
  limit: `MATCH (u:Unit {id: '${id}'})
RETURN {unit: {id: u.id, name: ${nameOf('u')},
  postings: ${list('(u)<-[:AT]-(n:Posting)-[:OF]->(end)', 50, `n {.role, .title, .rank, range: ${rangeOf('n')}, person: ${withName('end')}, citations: ${citationsOf('n')}}`)},
  superiorLinks: ${list('(u)<-[:SUBORDINATE]-(n:CommandLink)-[:SUPERIOR]->(end)', 50, `n {.kind, range: ${rangeOf('n')}, superior: ${withName('end')}, citations: ${citationsOf('n')}}`)},
  subordinateLinks: ${list('(u)<-[:SUPERIOR]-(n:CommandLink)-[:SUBORDINATE]->(end)', 50, `n {.kind, range: ${rangeOf('n')}, subordinate: ${withName('end')}, citations: ${citationsOf('n')}}`)},
  positionings: ${list('(u)<-[:OF]-(n:Positioning)-[:AT]->(end)', 50, `n {.kind, range: ${rangeOf('n')}, location: ${withName('end')}, citations: ${citationsOf('n')}}`)}
}} AS data`,
  peer: `{ units(where: { id: { eq: "${id}" } }) { id ${PEER_NAMES}
    ${peerList('postings', 50, `role title rank ${PEER_STATEMENT} person { id ${PEER_NAMES} }`)}
    ${peerList('superiorLinks', 50, `kind ${PEER_STATEMENT} superior { id ${PEER_NAMES} }`)}
    ${peerList('subordinateLinks', 50, `kind ${PEER_STATEMENT} subordinate { id ${PEER_NAMES} }`)}
    ${peerList('positionings', 50, `kind ${PEER_STATEMENT} location { id ${PEER_NAMES} }`)} } }`,
});

export const operations = ({ unit, hub, person, incident, day }: About): Operation[] => [
  {
    name: 'unit by id with names',
    question: `{ unit(id: "${unit}") { id name names { value lang script kind } } }`,
    limit: `MATCH (u:Unit {id: '${unit}'})
RETURN {unit: {id: u.id, name: ${nameOf('u')}, names: COLLECT {
  MATCH (n:Name)-[:OF]->(u) WHERE ${counts('n')} RETURN n {.value, .lang, .script, .kind} AS row ORDER BY n.recordedAt, n.id
}}} AS data`,
    peer: `{ units(where: { id: { eq: "${unit}" } }) { id names(where: { ${PEER_COUNTS} }) { value lang script kind } } }`,
  },
  { name: 'page of a usual unit', ...unitPage(unit) },
  { name: 'page of the busiest unit', ...unitPage(hub) },
  {
    name: 'page of a person',
    question: `{ person(id: "${person}") { id name names { value kind }
      postings(first: 50) { nodes { role title rank ${RANGE} unit { id name } ${CITATIONS} } } } }`,
    limit: `MATCH (p:Person {id: '${person}'})
RETURN {person: {id: p.id, name: ${nameOf('p')},
  names: COLLECT { MATCH (n:Name)-[:OF]->(p) WHERE ${counts('n')} RETURN n {.value, .kind} AS row ORDER BY n.recordedAt, n.id },
  postings: ${list('(p)<-[:OF]-(n:Posting)-[:AT]->(end)', 50, `n {.role, .title, .rank, range: ${rangeOf('n')}, unit: ${withName('end')}, citations: ${citationsOf('n')}}`)}
}} AS data`,
    peer: `{ people(where: { id: { eq: "${person}" } }) { id names(where: { ${PEER_COUNTS} }) { value kind }
      ${peerList('postings', 50, `role title rank ${PEER_STATEMENT} at { id ${PEER_NAMES} }`)} } }`,
  },
  {
    name: 'page of an incident',
    question: `{ incident(id: "${incident}") { id title kinds ${RANGE} location { id name } ${CITATIONS}
      attributions(first: 50) { nodes { mode to { ... on Unit { id name } ... on Person { id name } } by { id name } ${CITATIONS} } } } }`,
    limit: `MATCH (i:Incident {id: '${incident}'}) WHERE ${counts('i')}
RETURN {incident: i {.id, .title, .kinds, range: ${rangeOf('i')},
  location: COLLECT { MATCH (i)-[:AT]->(place:Location) RETURN ${withName('place')} }[0], citations: ${citationsOf('i')},
  attributions: {nodes: COLLECT {
    MATCH (to)<-[:TO]-(n:Attribution)-[:OF]->(i), (n)-[:BY]->(by) WHERE ${counts('n')} WITH * ORDER BY n.recordedAt, n.id LIMIT 50
    RETURN {mode: n.mode, to: ${withName('to')}, by: ${withName('by')}, citations: ${citationsOf('n')}}
  }}
}} AS data`,
    peer: `{ incidents(where: { id: { eq: "${incident}" }, ${PEER_COUNTS} }) { id title kinds first last location { id ${PEER_NAMES} } ${PEER_CITATIONS}
      attributions(where: { ${PEER_COUNTS} }, limit: 50) { mode ${PEER_CITATIONS} toUnit { id ${PEER_NAMES} } toPerson { id ${PEER_NAMES} } by { id ${PEER_NAMES} } } } }`,
  },
  {
    name: 'chain above',
    question: `{ unit(id: "${unit}") { chainOfCommand(on: "${day}") { levels { level units { unit { id name } links { kind ${CITATIONS} } posts { role person { id name } } } } } } }`,
  },
  {
    name: 'chain below',
    question: `{ unit(id: "${hub}") { chainOfCommand(on: "${day}", direction: DOWN) { levels { level units { unit { id name } } } } } }`,
  },
  { name: 'search', question: '{ search(text: "brigade", first: 20) { score matched record { id } } }' },
  {
    name: '100 units by name, with their count',
    question: '{ units(first: 100) { totalCount nodes { id name } } }',
    limit: `CALL () { MATCH (u:Unit) WITH u, ${nameOf('u')} AS name WHERE name IS NOT NULL WITH u, name ORDER BY toLower(name), u.id LIMIT 100 RETURN collect({id: u.id, name: name}) AS nodes }
CALL () { MATCH (u:Unit) WHERE EXISTS { (n:Name)-[:OF]->(u) WHERE ${isSourced('n')} } RETURN count(u) AS total }
RETURN {units: {totalCount: total, nodes: nodes}} AS data`,
  },
  {
    name: '100 findings with subjects, codes and reports',
    question: `{ findings(first: 100, filter: { dataset: "orvendal-war" }) { nodes { id title type publishedOn about { ... on Unit { id name } ... on Person { id name } } classifications { code } ${CITATIONS} } } }`,
    limit: `MATCH (f:Finding {dataset: 'orvendal-war'}) WHERE ${counts('f')} WITH f ORDER BY f.publishedMax DESC, f.id DESC LIMIT 100
RETURN {findings: {nodes: collect(f {.id, .title, .type, publishedOn: f.published,
  about: COLLECT { MATCH (f)-[:ABOUT]->(end) RETURN ${withName('end')} ORDER BY end.id },
  classifications: COLLECT { MATCH (f)-[:CLASSIFIES]->(code:LegalCode) RETURN {code: code.code} ORDER BY code.code },
  citations: ${citationsOf('f')}})}} AS data`,
    peer: `{ findings(where: { dataset: { eq: "orvendal-war" }, ${PEER_COUNTS} }, sort: [{ publishedMax: DESC }, { id: DESC }], limit: 100) { id title type published aboutUnits { id ${PEER_NAMES} } aboutPeople { id ${PEER_NAMES} } codes { code } ${PEER_CITATIONS} } }`,
  },
  {
    name: 'people by a part of a name, with their count',
    question: '{ people(filter: { name: "mar" }, first: 20) { totalCount nodes { id name } } }',
    limit: `CALL () { MATCH (p:Person) WHERE EXISTS { (n:Name)-[:OF]->(p) WHERE n.sortKey CONTAINS 'mar' AND ${counts('n')} } RETURN collect(p) AS found }
WITH found UNWIND found AS p WITH found, p, ${nameOf('p')} AS name ORDER BY toLower(name), p.id LIMIT 20
WITH size(found) AS total, collect({id: p.id, name: name}) AS nodes
RETURN {people: {totalCount: total, nodes: nodes}} AS data`,
    peer: `{ peopleConnection(where: { names: { some: { sortKey: { contains: "mar" }, ${PEER_COUNTS} } } }, first: 20) { totalCount edges { node { id ${PEER_NAMES} } } } }`,
  },
  {
    name: 'incidents in a circle, with their count',
    question:
      '{ incidents(filter: { near: { latitude: 46, longitude: 23, kilometres: 60 } }, first: 50) { totalCount nodes { id title location { id name } } } }',
    limit: `MATCH (place:Location) WHERE point.distance(place.point, point({latitude: 46, longitude: 23})) <= 60000
MATCH (i:Incident)-[:AT]->(place) WHERE ${counts('i')} WITH i, place ORDER BY i.firstMin, i.id
WITH count(i) AS total, collect({i: i, place: place})[..50] AS found
RETURN {incidents: {totalCount: total, nodes: COLLECT { UNWIND found AS one WITH one.i AS i, one.place AS place RETURN {id: i.id, title: i.title, location: ${withName('place')}} }}} AS data`,
  },
  {
    name: 'four levels nested',
    question: `{ unit(id: "${hub}") { subordinateLinks(first: 10) { nodes { subordinate { id name postings(first: 3) { nodes { role person { id name postings(first: 3) { nodes { role unit { id name } } } } } } } } } } }`,
    limit: `MATCH (u:Unit {id: '${hub}'})
RETURN {unit: {subordinateLinks: ${list(
      '(u)<-[:SUPERIOR]-(n:CommandLink)-[:SUBORDINATE]->(end)',
      10,
      `{subordinate: {id: end.id, name: ${nameOf('end')}, postings: ${list(
        '(end)<-[:AT]-(held:Posting)-[:OF]->(holder)',
        3,
        `{role: held.role, person: {id: holder.id, name: ${nameOf('holder')}, postings: ${list('(holder)<-[:OF]-(other:Posting)-[:AT]->(post)', 3, `{role: other.role, unit: ${withName('post')}}`, 'other')}}}`,
        'held',
      )}}}`,
    )}}} AS data`,
    peer: `{ units(where: { id: { eq: "${hub}" } }) { ${peerList('subordinateLinks', 10, `subordinate { id ${PEER_NAMES} ${peerList('postings', 3, `role person { id ${PEER_NAMES} ${peerList('postings', 3, `role at { id ${PEER_NAMES} }`)} }`)} }`)} } }`,
  },
  { name: 'a page of changes', question: '{ changes(first: 100) { nodes { op recordId kind line } } }' },
  {
    name: 'responsibility of everybody above an incident',
    question: `{ incident(id: "${incident}") { commandResponsibility(on: "${day}") { people { person { id name } elements { element grade } } } } }`,
  },
];
