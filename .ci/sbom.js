import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * `npm run --silent sbom`: the packages that the product runs on, as a CycloneDX document on standard output. npm makes it.
 * Its own `--omit dev` leaves out what the product and the tests both need, so what is for development alone is taken out here.
 */

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

const isForDevelopment = ({ properties = [] }) =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');

/** Each once: npm lists a package that is installed in two places twice. */
const once = (items, key) => [...new Map(items.map((item) => [item[key], item])).values()];

const npm = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], { cwd: PROJECT, maxBuffer: 100_000_000 });
const document = JSON.parse(npm.toString());
const components = once(
  document.components.filter((component) => !isForDevelopment(component)),
  'bom-ref',
);
const refs = new Set([document.metadata.component, ...components].map((component) => component['bom-ref']));
const dependencies = once(document.dependencies, 'ref')
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: [...new Set(dependsOn)].filter((on) => refs.has(on)) }));
process.stdout.write(`${JSON.stringify({ ...document, components, dependencies }, null, 2)}\n`);
