import { useGraphToRead } from '../../support/graph.js';
import { useServer } from '../../support/server.js';
import { describeWithFtm, testExportsOfWorld } from './ftm-world.js';

useGraphToRead('fictional');
const address = useServer();

await describeWithFtm('the fictional world', () => testExportsOfWorld(address));
