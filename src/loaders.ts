import { bodyLoaders } from './entities/body/body.loader.js';
import { claimLoaders } from './entities/claim/claim.loader.js';
import { datasetLoaders } from './entities/dataset/dataset.loader.js';
import { findingLoaders } from './entities/finding/finding.loader.js';
import { incidentLoaders } from './entities/incident/incident.loader.js';
import { locationLoaders } from './entities/location/location.loader.js';
import { personLoaders } from './entities/person/person.loader.js';
import { reportLoaders } from './entities/report/report.loader.js';
import { unitLoaders } from './entities/unit/unit.loader.js';
import { importLoaders } from './exchange/import/api/import.loader.js';
import type { Reader } from './graph/graph.js';
import { Batch } from './graph/query/batch.js';
import type { View } from './model/lens.js';
import { candidateLoaders } from './questions/candidate-units/candidate-units.loader.js';
import { chainLoaders } from './questions/chain-of-command/chain-of-command.loader.js';
import { pathLoaders } from './questions/paths-between/paths-between.loader.js';
import { searchLoaders } from './questions/search/search.loader.js';
import { curationLoaders } from './writing/edit/curation.loader.js';
import { mergingLoaders } from './writing/merge/merging.loader.js';

/** All loaders of one request under one view. They read in as few statements as possible. */
export function createLoaders(reader: Reader, view: View) {
  const batch = new Batch(reader, view);
  return {
    body: bodyLoaders(batch),
    claim: claimLoaders(batch),
    curation: curationLoaders(batch),
    dataset: datasetLoaders(batch),
    finding: findingLoaders(batch),
    imports: importLoaders(batch),
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
