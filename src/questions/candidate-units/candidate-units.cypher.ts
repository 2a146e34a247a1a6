import { claimRow } from '../../entities/claim/claim.cypher.js';
import type { CypherStatement } from '../../graph/graph.js';
import { statementCounts } from '../../graph/query/ends.cypher.js';
import { claimCounts, hasCoordinates, mayKnow, wordsCount } from '../../graph/query/visible.cypher.js';

/** Positionings near an incident's place, at most so many days before it began or after it ended. */
export const CANDIDATES: CypherStatement = {
  name: 'candidate units',
  text: `UNWIND $about.ids AS id
CALL (id) {
  MATCH (incident:Incident {id: id})-[:AT]->(place:Location)
  WHERE ${mayKnow('place')} AND incident.first IS NOT NULL AND incident.firstMin <= incident.lastMax AND ${claimCounts('incident')} AND ${wordsCount('incident')}
  WITH incident, place,
    toString(date(incident.firstMin) - duration({days: $days})) AS earliest,
    toString(date(incident.lastMax) + duration({days: $days})) AS latest
  MATCH (spot:Location)<-[:AT]-(n:Positioning)
  WHERE (spot = place OR (point.distance(spot.point, place.point) <= $kilometres * 1000.0 AND ${mayKnow('spot')} AND ${hasCoordinates('spot')} AND ${hasCoordinates('place')}))
    AND n.first IS NOT NULL AND n.firstMin <= latest AND (n.lastMax >= earliest OR n.lastHardness = 'ASSUMED_TO_CONTINUE')
    AND ${statementCounts('Positioning', 'n', ['AT'])}
  WITH n, incident, CASE WHEN spot = place THEN 0.0 ELSE point.distance(spot.point, place.point) / 1000.0 END AS kilometres,
    CASE
      WHEN n.firstMin > incident.lastMax THEN duration.inDays(date(incident.lastMax), date(n.firstMin)).days
      WHEN n.lastMax < incident.firstMin AND n.lastHardness <> 'ASSUMED_TO_CONTINUE' THEN duration.inDays(date(n.lastMax), date(incident.firstMin)).days
      ELSE 0
    END AS daysApart, null AS cover
  ORDER BY kilometres, daysApart, n.id
  RETURN collect({positioning: ${claimRow('Positioning')}, kilometres: kilometres, daysApart: daysApart}) AS rows
}
RETURN id, rows`,
};
