import { useGraphToRead } from '../../support/graph.js';
import { useServer } from '../../support/server.js';
import { describeWithFtm, testExportsOfWorld } from './ftm-world.js';

useGraphToRead('amnesty-ukraine', 'public-record');
const address = useServer();

await describeWithFtm('the public record', () => testExportsOfWorld(address));
