/** The Neo4j of this worker; workers are numbered from one. */
const addresses = JSON.parse(process.env.TEST_NEO4J_OF_WORKERS ?? '[]');
const own = addresses[(Number(process.env.JEST_WORKER_ID ?? '1') - 1) % Math.max(1, addresses.length)];
if (own) process.env.TEST_NEO4J = JSON.stringify(own);
