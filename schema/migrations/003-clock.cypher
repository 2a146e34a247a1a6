// A graph that was written before there was a clock is published up to its last change.
MATCH (n) WHERE n:Record OR n:DatasetVersion
WITH max(n.recordedAt) AS recorded, max(n.retractedAt) AS retracted, max(n.at) AS versioned
WITH reduce(last = '', instant IN [recorded, retracted, versioned] | CASE WHEN instant > last THEN instant ELSE last END) AS at
WHERE at > ''
MERGE (c:Clock {id: 'graph'}) ON CREATE SET c.at = at, c.sequence = 0, c.head = '';
