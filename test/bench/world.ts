import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { importFiles } from '../../src/exchange/import/apply/import-files.js';
import { importRequest } from '../../src/exchange/import/import-request.js';
import { checkDatasets, load } from '../../src/exchange/seed/load-datasets.js';
import type { Graph } from '../../src/graph/graph.js';
import { Dice } from '../exchange/import/country/dice.js';
import { writeCountry } from '../exchange/import/country.js';

/**
 * An invented country at war: the sheets of its forces, and incidents, attributions and findings as templates, all brought
 * in by the importer. Size 1 has 1,000 units, 900 postings, 44,000 citations, 400 incidents, 588 attributions and 400
 * findings. The same size and seed give the same graph, but for the times of recording.
 */

type Row = Readonly<Record<string, string>>;

const YEAR = 2020;
const KINDS = ['KILLING', 'ATTACK_ON_CIVILIANS', 'ATTACK_ON_HEALTH_CARE', 'ATTACK'];
const MODES = ['PERPETRATOR', 'ORDERED', 'FAILED_TO_CONTROL', 'NAMED'];
const BODIES = ['body-or-monitor', 'body-or-commission', 'body-or-court'];

export async function loadWorld(graph: Graph, folder: string, size: number, seed: number): Promise<void> {
  await load(graph, await checkDatasets(['public-record']), new Date().toISOString());
  await mkdir(folder, { recursive: true });
  const { files } = await writeCountry(folder, size);
  await bringIn(graph, folder, 'sfm-older', 'orvendal', { ...files });
  // A stand-in gets no attributions.
  const ids = (label: string) =>
    graph.readWith('bench', async (tx) => {
      const { records } = await tx.run(
        `MATCH (n:${label}) WHERE EXISTS { (n)<-[:OF]-(:Name {dataset: 'orvendal'}) } AND NOT coalesce(n.placeholder, false)
         RETURN n.id AS id ORDER BY id`,
      );
      return records.map((record) => String(record.get('id')));
    });
  const tables = templates(new Dice(seed), size, await ids('Unit'), await ids('Person'));
  const written = await Promise.all(
    Object.entries(tables).map(async ([name, rows]) => [name, await write(folder, name, rows)] as const),
  );
  await bringIn(graph, folder, 'csv', 'orvendal-war', Object.fromEntries(written));
}

async function write(folder: string, name: string, rows: readonly Row[]): Promise<string> {
  const path = join(folder, `${name}.csv`);
  const columns = Object.keys(rows[0] ?? {});
  await pipeline(Readable.from(rows), stringify({ header: true, columns }), createWriteStream(path));
  return path;
}

async function bringIn(graph: Graph, folder: string, format: string, dataset: string, files: Record<string, string>) {
  const request = await importRequest(graph, {
    format,
    files,
    dataset: {
      id: dataset,
      title: dataset,
      description: 'Invented.',
      licence: 'CC0-1.0',
      attribution: 'nobody',
      redistribute: true,
    },
    about:
      format === 'csv'
        ? {}
        : {
            sourceTitle: 'Sheets on the forces of Orvendal',
            publisher: 'Orvendal Monitor',
            publishedOn: '2024-06-01',
            stubs: true,
          },
    whole: false,
    skipFaulty: false,
    dryRun: false,
    reason: 'A benchmark.',
    actor: 'bench',
    folder,
  });
  const { batch, report } = await importFiles(graph, request);
  if (!batch) throw new Error(`The sheets of ${dataset} were refused: ${JSON.stringify(report).slice(0, 3_000)}`);
}

function templates(dice: Dice, size: number, units: readonly string[], people: readonly string[]) {
  const count = (usual: number) => Math.max(3, Math.round(usual * size));
  const numbers = (usual: number) => Array.from({ length: count(usual) }, (_none, index) => index);
  const day = (from = YEAR) =>
    `${dice.between(from, from + 2)}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`;
  const reportIds = numbers(300).map((index) => `report-or-${index}`);
  const sources = () => ({ sources: [...new Set([dice.one(reportIds), dice.one(reportIds)])].join(' ; ') });
  const reports = reportIds.map((id, index) => ({
    id,
    title: `Account ${index} of the war in Orvendal`,
    publisher_id: dice.one(BODIES),
    published: day(YEAR + 3),
    reliability: dice.one(['A', 'B', 'C']),
  }));
  const bodies = BODIES.map((id, index) => ({
    id,
    name: ['War Monitor of Orvendal', 'Commission of Inquiry on Orvendal', 'Court for Orvendal'][index] ?? id,
    kind: ['NGO', 'COMMISSION', 'COURT'][index] ?? 'NGO',
    ...sources(),
  }));
  const locations = numbers(121).map((index) => ({
    id: `location-or-${index}`,
    name: `Village ${index}`,
    kind: 'PLACE',
    latitude: (44 + dice.below(4_000) / 1_000).toFixed(3),
    longitude: (20 + dice.below(6_000) / 1_000).toFixed(3),
    precision: 'ADMIN2',
    coordinates_from_id: dice.one(reportIds),
    ...sources(),
  }));
  const incidents = numbers(400).map((index) => {
    const on = day();
    return {
      id: `incident-or-${index}`,
      title: `Attack ${index} on a village`,
      kinds: dice.one(KINDS),
      first: on,
      first_hardness: 'START',
      last: on,
      last_hardness: 'END',
      location_id: dice.one(locations).id,
      precision: 'ADMIN2',
      ...sources(),
    };
  });
  const attributions = distinct(
    numbers(588).map((index) => ({
      incident_id: incidents[index % incidents.length]?.id ?? '',
      to_id: dice.chance(0.8) ? dice.one(units) : dice.one(people),
      by_id: dice.one(BODIES),
      mode: dice.one(MODES),
      ...sources(),
    })),
  );
  const findings = numbers(400).map((index) => ({
    id: `finding-or-${index}`,
    type: dice.one(['ALLEGATION', 'FACTUAL_FINDING']),
    title: `Statement ${index} on an attack`,
    by_id: dice.one(BODIES),
    proof_domain: 'FACT_FINDING',
    published: day(YEAR + 3),
    about_ids: dice.chance(0.7) ? dice.one(units) : dice.one(people),
    concerns_ids: incidents[index % incidents.length]?.id ?? '',
    codes: 'WAR_CRIMES',
    ...sources(),
  }));
  return { reports, bodies, locations, incidents, attributions, findings };
}

const two = (number: number) => String(number).padStart(2, '0');

/** Rows of different incidents, people or units, bodies and modes. */
const distinct = <T extends Row>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [`${row.incident_id} ${row.to_id} ${row.by_id} ${row.mode}`, row])).values(),
];
