export default async function stopNeo4j() {
  await globalThis.stopTestNeo4j();
}
