import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COVERS, type ImpreciseRange } from '../../../../src/model/date-range.js';
import type { CaseFile } from '../../../../src/questions/case-file/case-file.rules.js';
import { type LinkOn, linksOn, postingsOn } from '../../../../src/questions/case-file/cover.rules.js';
import { narrow } from '../../../../src/questions/case-file/narrow.rules.js';
import { isInChain, stepsAbove } from '../../../../src/questions/command/walk.rules.js';
import { chainAbove } from '../../../../src/questions/incident-chains/incident-chains.rules.js';
import type { SourcedChain } from '../../../../src/questions/incident-chains/incident-chains.type.js';
import { caseFiles, citedCaseFiles, DAY, REPORTS, UNITS, under } from '../../../support/random-case-file.js';

const reports = fc.constantFrom(...REPORTS);
const units = fc.constantFrom(...UNITS);
const claimsOn = (file: CaseFile) => [...linksOn(file, DAY), ...postingsOn(file, DAY)];
type ClaimOn = ReturnType<typeof claimsOn>[number];
const relation = (claim: ClaimOn) =>
  claim.label === 'Posting'
    ? [claim.personId, claim.atId, claim.role].join()
    : [claim.subordinateId, claim.superiorId, claim.kind].join();
const statesAnEnd = ({ firstHardness, lastHardness }: ImpreciseRange) =>
  firstHardness === 'START' || lastHardness === 'END';
const restsOn = ({ citations }: ClaimOn, report: string) =>
  citations.every(({ reportId, secondary }) => secondary || reportId === report);

/** What the stated end or start of another claim does to an assumption, as it was with it and is without it. */
const BY_ANOTHER = ['NONE ASSUMED', 'NONE OPEN', 'NONE IMPRECISE', 'IMPRECISE ASSUMED', 'ASSUMED IMPRECISE'];

test('without a report, the cover of what cites it falls, and no other changes but an assumption that a stated end no longer overrules, joins or divides', () => {
  const changes = new Set<string>();
  fc.assert(
    fc.property(caseFiles, reports, (file, report) => {
      const before = claimsOn(narrow(file, under({})));
      const wide = [...file.links, ...file.postings];
      for (const claim of claimsOn(narrow(file, under({ excludeReports: [report] })))) {
        const was = before.find(({ id }) => id === claim.id)?.cover;
        if (was === undefined || was === claim.cover) continue;
        const isCited = wide.find(({ id }) => id === claim.id)?.citations.some(({ reportId }) => reportId === report);
        const change = `${was} ${claim.cover}`;
        if (isCited && COVERS.indexOf(claim.cover) > COVERS.indexOf(was)) continue;
        changes.add(change);
        expect(BY_ANOTHER).toContain(change);
        const ended = before.filter((other) => relation(other) === relation(claim) && restsOn(other, report));
        expect(ended.some(({ range }) => statesAnEnd(range))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
  expect(changes).toContain('NONE ASSUMED');
});

const unitsIn = ({ levels }: SourcedChain) => levels.flatMap((level) => level.units);
const itemsIn = (chain: SourcedChain) =>
  unitsIn(chain).flatMap(({ links, posts }) => [...links, ...posts.flatMap(({ items }) => items)]);

test('without a report, a chain grows only behind an assumption that holds again, or where a cycle is broken', () => {
  fc.assert(
    fc.property(caseFiles, reports, units, (file, report, unit) => {
      const [wide, left] = [narrow(file, under({})), narrow(file, under({ excludeReports: [report] }))];
      const before = chainAbove(wide, unit, DAY);
      const itemIds = itemsIn(before).map(({ id }) => id);
      const covers = new Map(claimsOn(wide).map(({ id, cover }) => [id, cover]));
      const returned = claimsOn(left).filter(({ id, cover }) => cover !== 'NONE' && covers.get(id) === 'NONE');
      const linkReturned = returned.some(({ label }) => label === 'CommandLink');
      for (const { id } of itemsIn(chainAbove(left, unit, DAY))) {
        if (itemIds.includes(id) || linkReturned || before.warnings.length > 0) continue;
        expect(returned.map((claim) => claim.id)).toContain(id);
      }
    }),
    { numRuns: 500 },
  );
});

test('a chain has each unit once, no cycle, and links only between its units', () => {
  fc.assert(
    fc.property(caseFiles, units, (file, unit) => {
      const chain = chainAbove(file, unit, DAY);
      const ids = unitsIn(chain).map(({ unit: { id } }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const linkIds = new Set(unitsIn(chain).flatMap(({ links }) => links.map(({ id }) => id)));
      const links = file.links.filter(({ id }) => linkIds.has(id));
      for (const { subordinateId, superiorId } of links) {
        expect(ids).toContain(subordinateId);
        expect(ids).toContain(superiorId);
      }
      expect(closure(links).some(([a, b]) => a === b)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

/** Every pair of units of which one stands above the other, after Warshall. */
function closure(
  links: readonly { readonly subordinateId: string; readonly superiorId: string }[],
): [string, string][] {
  const above = new Set(links.map(({ subordinateId, superiorId }) => `${subordinateId} ${superiorId}`));
  for (const middle of UNITS)
    for (const low of UNITS)
      for (const high of UNITS)
        if (above.has(`${low} ${middle}`) && above.has(`${middle} ${high}`)) above.add(`${low} ${high}`);
  return [...above].map((pair) => pair.split(' ') as [string, string]);
}

test('a chain reaches exactly the start and the transitive closure of the links that carry command', () => {
  fc.assert(
    fc.property(citedCaseFiles, units, (file, unit) => {
      const links: LinkOn[] = linksOn(file, DAY);
      expect(links.every(({ cover }) => cover === 'CITED')).toBe(true);
      const reached = stepsAbove(links, unit)
        .levels.flat()
        .map(({ unitId }) => unitId);
      const above = closure(links.filter(({ kind }) => kind === 'COMMAND' || kind === 'OPERATIONAL'))
        .filter(([low]) => low === unit)
        .map(([, high]) => high);
      expect([...reached].sort()).toEqual([...new Set([unit, ...above])].sort());
    }),
    { numRuns: 500 },
  );
});

test('a chain warns of a cycle exactly where there is one', () => {
  fc.assert(
    fc.property(citedCaseFiles, units, (file, unit) => {
      const links = linksOn(file, DAY).filter(isInChain);
      const pairs = closure(links);
      const above = new Set([unit, ...pairs.filter(([low]) => low === unit).map(([, high]) => high)]);
      const cycle = pairs.some(([low, high]) => low === high && above.has(low));
      expect(chainAbove(file, unit, DAY).warnings.length > 0).toBe(cycle);
    }),
    { numRuns: 500 },
  );
});
