import { bodyLoaders } from './body/body.loader.js';
import { claimLoaders } from './claim/claim.loader.js';
import { curationLoaders } from './curation/curation.loader.js';
import { datasetLoaders } from './dataset/dataset.loader.js';
import { findingLoaders } from './finding/finding.loader.js';
import type { Reader } from './graph/graph.js';
import { incidentLoaders } from './incident/incident.loader.js';
import { locationLoaders } from './location/location.loader.js';
import { mergingLoaders } from './merging/merging.loader.js';
import { personLoaders } from './person/person.loader.js';
import { candidateLoaders } from './questions/candidate-units/candidate-units.loader.js';
import { chainLoaders } from './questions/chain-of-command/chain-of-command.loader.js';
import { pathLoaders } from './questions/paths-between/paths-between.loader.js';
import { searchLoaders } from './questions/search/search.loader.js';
import { reportLoaders } from './report/report.loader.js';
import { Batch } from './shared/batch.js';
import type { View } from './shared/lens.js';
import { unitLoaders } from './unit/unit.loader.js';

/** All loaders of one request under one view: one place to read anything, in as few statements as there are kinds of it. */
export function createLoaders(reader: Reader, view: View) {
  const batch = new Batch(reader, view);
  return {
    body: bodyLoaders(batch),
    claim: claimLoaders(batch),
    curation: curationLoaders(batch),
    dataset: datasetLoaders(batch),
    finding: findingLoaders(batch),
    incident: incidentLoaders(batch),
    location: locationLoaders(batch),
    merging: mergingLoaders(batch),
    person: personLoaders(batch),
    report: reportLoaders(batch),
    unit: unitLoaders(batch),
    chain: chainLoaders(batch),
    candidates: candidateLoaders(batch),
    paths: pathLoaders(batch),
    search: searchLoaders(batch),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
