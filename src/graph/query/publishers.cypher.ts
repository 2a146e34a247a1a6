import { nodesById } from './by-id.cypher.js';
import { mayKnow } from './visible.cypher.js';

/** The publishers among these ids that the reader may know of. */
export const KNOWN_PUBLISHERS = {
  name: 'publishers left out',
  text: `UNWIND $about.ids AS id ${nodesById('n', 'Entity')} WHERE ${mayKnow('n')}
RETURN id ORDER BY id`,
};
