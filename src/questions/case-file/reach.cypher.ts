import type { CypherStatement } from '../../graph/graph.js';
import { claimHeld, linkHeld, mayKnow, quotedAll } from '../../graph/query/visible.cypher.js';
import { unitsReached } from '../../graph/query/walk.cypher.js';
import { COMMAND_KINDS, COMMANDING_ROLES, PERPETRATING } from '../../model/command-words.js';
import type { INCIDENT_LINK_KIND, Word } from '../../model/vocabulary.js';

/**
 * What a case file holds, by id: the incidents, the units whose links bear on them, and the people whose posts do. The army
 * of a country is not in it: of earlier incidents only those that units of the chain committed, or units that may have stood
 * under posts of its people, with the links that lead up to these posts.
 */

/** Most incidents to which links lead from others in one step. */
const MAX_LINKED = 500;

/** Most earlier incidents of a kind that are looked at for notice, the latest first. */
const MAX_EARLIER = 500;

/** How many links of incidents are followed one after the other: a campaign, its waves, their strikes. */
const MAX_LINKS = 5;

/**
 * Incidents of a list and all that links of a kind lead to, nearest first; `ends` are the edges of each link, there and on.
 */
const incidentsAlong = (
  starts: string,
  kind: Word<typeof INCIDENT_LINK_KIND>,
  ends: readonly [string, string],
  links: number,
) =>
  `reduce(walk = ${starts}, depth IN range(1, ${links}) | walk + COLLECT {
    UNWIND walk AS incident
    MATCH (incident)<-[:${ends[0]}]-(link:IncidentLink {kind: '${kind}'})-[:${ends[1]}]->(linked:Incident)
    WHERE NOT linked IN walk AND ${claimHeld('link')} AND ${claimHeld('linked')}
    RETURN DISTINCT linked ORDER BY linked.id LIMIT ${MAX_LINKED}
  })`;

const EITHER = 'OF|LINKED_WITH';

/**
 * `asked` with the other accounts of the same event, all of which they are parts and all parts of them, and the other
 * parts of those wholes.
 */
const LINKED_INCIDENTS = `WITH asked, ${incidentsAlong('[asked]', 'SAME_EVENT', [EITHER, EITHER], MAX_LINKS)} AS accounts
  WITH asked, accounts, ${incidentsAlong('accounts', 'PART_OF', ['OF', 'LINKED_WITH'], MAX_LINKS)} AS wholes
  WITH asked, ${incidentsAlong('accounts', 'PART_OF', ['LINKED_WITH', 'OF'], MAX_LINKS)} AS parts, ${incidentsAlong('wholes', 'PART_OF', ['LINKED_WITH', 'OF'], 1)} AS siblings`;

/** To whom the incidents of a list are attributed; `attribution` and `to` are bound. */
const attributedTo = (incidents: string) =>
  `UNWIND ${incidents} AS incident MATCH (incident)<-[:OF]-(attribution:Attribution)-[:TO]->(to) WHERE ${claimHeld('attribution')} AND ${mayKnow('to')}`;

/** Whether an `attribution` says that whom it names committed the incident. */
const COMMITTED = `attribution.mode IN [${quotedAll(PERPETRATING)}]`;

/** Posts of the people of a list; `n` and `unit` are bound. */
const postsOf = (people: string) =>
  `UNWIND ${people} AS person MATCH (person)<-[:OF]-(n:Posting)-[:AT]->(unit:Unit) WHERE ${claimHeld('n')} AND ${mayKnow('unit')}`;

/** The people asked for, as `requested`. */
const PEOPLE_REQUESTED = `CALL () { UNWIND $about.persons AS id MATCH (person:Person {id: id}) WHERE ${mayKnow('person')} RETURN collect(person) AS requested }`;

const IN_COMMAND = `link.kind IN [${quotedAll(COMMAND_KINDS)}]`;

/**
 * From the units bound as `named` and the people bound as `suspects`: `units`, those, the units of the people's posts, and all
 * that stands above any of these, by links of every kind and date; `people`, those and everybody with a post there; `posts`,
 * the units of all posts of theirs, and `commands`, of those of command.
 */
const ABOVE = `CALL (named, suspects) {
  CALL (named, suspects) { UNWIND named AS unit RETURN unit UNION ${postsOf('suspects')} RETURN unit }
  RETURN collect(unit) AS starts
}
WITH *, ${unitsReached('starts', 'SUBORDINATE', 'SUPERIOR')} AS units
CALL (units, suspects) {
  CALL (units, suspects) {
    UNWIND units AS unit MATCH (unit)<-[:AT]-(n:Posting)-[:OF]->(person:Person) WHERE ${claimHeld('n')} AND ${mayKnow('person')} RETURN person
    UNION
    UNWIND suspects AS person RETURN person
  }
  RETURN collect(person) AS people
}
CALL (people) {
  ${postsOf('people')}
  RETURN collect(DISTINCT unit) AS posts, collect(DISTINCT CASE WHEN n.role IN [${quotedAll(COMMANDING_ROLES)}] THEN unit END) AS commands
}`;

/** The ids of the records of lists. */
const idsOf = (records: string) => `[record IN ${records} | record.id]`;

/** What both statements give of what `ABOVE` bound. */
const FOUND = `${idsOf('units')} AS units, ${idsOf('people')} AS people, ${idsOf('posts')} AS posts`;

/** What bears on incidents by id: those that are linked with them, and earlier ones that share a kind. */
export const REACH: CypherStatement = {
  name: 'case file: reach',
  text: `MATCH (asked:Incident) WHERE asked.id IN $about.ids AND ${claimHeld('asked')}
CALL (asked) {
  MATCH (earlier:Incident)<-[:OF]-(attribution:Attribution)-[:TO]->(unit:Unit)
  WHERE earlier.firstMin < asked.firstMin AND any(kind IN earlier.kinds WHERE kind IN asked.kinds) AND ${claimHeld('earlier')}
    AND ${COMMITTED} AND ${claimHeld('attribution')} AND ${mayKnow('unit')}
  WITH DISTINCT earlier ORDER BY earlier.firstMin DESC, earlier.id LIMIT ${MAX_EARLIER}
  RETURN collect(earlier) AS earlier
}
CALL (asked) {
  ${LINKED_INCIDENTS}
  RETURN parts + siblings AS linked
}
WITH collect(asked) AS asked, collect(earlier) AS earlier, collect(linked) AS linked
CALL (asked, linked) {
  UNWIND asked + reduce(all = [], some IN linked | all + some) AS incident
  RETURN collect(DISTINCT incident) AS close
}
CALL (close, earlier) {
  UNWIND reduce(all = [], some IN earlier | all + some) AS incident
  WITH DISTINCT incident WHERE NOT incident IN close
  RETURN collect(incident) AS before
}
CALL (close) { ${attributedTo('close')} RETURN collect(DISTINCT to) AS attributed }
CALL (close) {
  UNWIND close AS incident MATCH (incident)<-[:CONCERNS]-(n:Finding)-[link:ABOUT]->(person:Person)
  WHERE ${claimHeld('n')} AND ${linkHeld('link')} AND ${mayKnow('person')}
  RETURN collect(DISTINCT person) AS accused
}
${PEOPLE_REQUESTED}
WITH asked, close, before, accused, [to IN attributed WHERE to:Unit] AS named, [to IN attributed WHERE to:Person] + accused + requested AS suspects
${ABOVE}
CALL (before) { ${attributedTo('before')} AND ${COMMITTED} AND to:Unit RETURN collect(DISTINCT to) AS forces }
WITH *, ${unitsReached('forces', 'SUBORDINATE', 'SUPERIOR', IN_COMMAND)} AS over
WITH *, ${unitsReached('[unit IN over WHERE unit IN commands]', 'SUPERIOR', 'SUBORDINATE', `reached IN over AND ${IN_COMMAND}`)} AS under
CALL (before, units, under) {
  ${attributedTo('before')} AND ${COMMITTED} AND (to IN under OR to IN units)
  RETURN collect(DISTINCT incident) AS earlier
}
CALL (asked) { UNWIND asked AS one RETURN min(one.firstMin) AS from, max(one.lastMax) AS to }
RETURN ${idsOf('close + earlier')} AS incidents, [unit IN under WHERE NOT unit IN units | unit.id] AS under, ${FOUND},
  ${idsOf('accused')} AS accused, from, to`,
};

/** What bears on incidents between two days that are attributed to units or to any unit that ever stood under them. */
export const REACH_BELOW: CypherStatement = {
  name: 'case file: reach below',
  text: `CALL () { UNWIND $about.units AS id MATCH (unit:Unit {id: id}) RETURN collect(unit) AS own }
${PEOPLE_REQUESTED}
CALL (requested) { ${postsOf('requested')} RETURN collect(DISTINCT unit) AS held }
WITH own, requested, ${unitsReached('own + held', 'SUPERIOR', 'SUBORDINATE', `$about.below AND ${IN_COMMAND}`)} AS below
CALL (below) {
  UNWIND below AS unit
  OPTIONAL MATCH (unit)<-[:TO]-(attribution:Attribution)-[:OF]->(incident:Incident)
  WHERE incident.firstMin <= $about.to AND incident.lastMax >= $about.from AND ${claimHeld('attribution')} AND ${claimHeld('incident')}
  RETURN collect(DISTINCT incident) AS incidents, collect(DISTINCT CASE WHEN EXISTS { (unit)<-[link:ABOUT]-(finding:Finding) WHERE ${linkHeld('link')} AND ${claimHeld('finding')} } THEN unit END) AS judged
}
CALL (incidents) { ${attributedTo('incidents')} RETURN collect(DISTINCT to) AS attributed }
WITH incidents, own + judged + [to IN attributed WHERE to:Unit] AS named, [to IN attributed WHERE to:Person] + requested AS suspects
${ABOVE}
RETURN ${idsOf('incidents')} AS incidents, [] AS under, ${FOUND}, [] AS accused, $about.from AS from, $about.to AS to`,
};
