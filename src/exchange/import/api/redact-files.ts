import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { holdsWord, type SearchedWord, searchedWord } from '../../../model/record/redaction.rules.js';
import { isReportFile } from '../report/report-files.js';

/** Removes reports on imports that hold one of some words; gives how many. One that is being written is no report yet. */
export async function removeReportsWith(folder: string, words: readonly string[]): Promise<number> {
  const searched = words.map(searchedWord);
  let removed = 0;
  for (const name of await namesIn(folder)) {
    if (!(await reportHolds(join(folder, name), searched))) continue;
    await rm(join(folder, name), { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}

/** Removes files that were sent, but for those in use; gives how many. Packed ones cannot be searched. */
export async function removeSentFiles(folder: string, isInUse = (_name: string) => false): Promise<number> {
  const names = (await namesIn(folder)).filter((name) => !isInUse(name));
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
  return names.length;
}

/** All that is there whole: what is on its way is called otherwise. */
const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => !name.endsWith('.part'));

/** Its tables repeat what stands in JSON. */
async function reportHolds(report: string, words: readonly SearchedWord[]): Promise<boolean> {
  for (const name of await namesIn(report)) {
    if (!isReportFile(name) || !name.endsWith('.json')) continue;
    for await (const line of createInterface({ input: createReadStream(join(report, name)) }))
      if (holdsWord(line, words)) return true;
  }
  return false;
}
