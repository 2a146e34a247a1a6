// A proposal keeps its change in the words of the API, and the API calls the bounds of a range by new names.
MATCH (p:Proposal {state: 'OPEN'})
WHERE p.content CONTAINS '"firstHardness":' OR p.content CONTAINS '"lastHardness":'
SET p.content = replace(replace(p.content, '"firstHardness":', '"firstBound":'), '"lastHardness":', '"lastBound":');
