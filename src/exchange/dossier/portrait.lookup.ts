import type { Context } from '../../context.js';
import type { Fact, Name } from '../../entities/claim/claim.type.js';
import type { View } from '../../model/lens.js';
import { ACCOUNT, accountedEnd } from '../../model/record/own-words.rules.js';
import { CASUALTY_KIND } from '../../model/vocabulary.js';
import type { ItemSource, Reference } from '../../questions/case-file/answer.type.js';
import type { CaseFile, IncidentEntry, OriginEntry, ReportEntry } from '../../questions/case-file/case-file.rules.js';
import { sourcesOf } from '../../questions/case-file/item.rules.js';
import type { IncidentPortrait, PersonPortrait, PortraitFact, Portraits } from './portrait.rules.js';

/** Reads what the case file does not hold, under the same view: names, facts, summaries and places. */
export async function portraitsOf(
  context: Context,
  view: View,
  file: CaseFile,
  incident: IncidentEntry,
  personIds: readonly string[],
): Promise<Portraits> {
  const loaders = context.loaders(view);
  const reader = new PortraitReader(loaders, file);
  const [about, people, summaries] = await Promise.all([
    reader.incident(incident),
    Promise.all(personIds.map(async (id) => [id, await reader.person(id)] as const)),
    Promise.all(
      file.findings.map(async ({ id }) => [id, (await loaders.finding.byId.load(id))?.summary ?? null] as const),
    ),
  ]);
  return { incident: about, people: new Map(people), summaries: new Map(summaries) };
}

type Loaders = ReturnType<Context['loaders']>;

type Cited = Pick<Fact | Name, 'id' | 'citations'> & Pick<PortraitFact, 'status'> & { readonly note?: string | null };

class PortraitReader {
  constructor(
    private readonly loaders: Loaders,
    private readonly file: CaseFile,
  ) {}

  async person(id: string): Promise<PersonPortrait> {
    const [names, facts] = await Promise.all([
      this.loaders.claim.list('Name', 'OF').load(id),
      this.loaders.claim.list('Fact', 'OF').load(id),
    ]);
    return {
      names: await Promise.all(
        names.map(async (row) => ({
          ...(await this.sourced(row, 'NAME', row.value, null)),
          kind: row.kind,
        })),
      ),
      facts: await Promise.all(facts.map((row) => this.fact(row))),
    };
  }

  async incident(entry: IncidentEntry): Promise<IncidentPortrait> {
    const { id, precision } = entry;
    const [row, facts] = await Promise.all([
      this.loaders.incident.byId.load(id),
      this.loaders.claim.list('Fact', 'OF').load(id),
    ]);
    const isCasualty = ({ property }: Fact) => property in CASUALTY_KIND;
    const read = (some: readonly Fact[]) => Promise.all(some.map((one) => this.fact(one)));
    return {
      summary: row?.summary ?? null,
      note: row?.note ?? null,
      kinds: row?.kinds ?? [],
      means: row?.means ?? [],
      places: await this.places(row?.locationId ?? null),
      precision,
      casualties: await read(facts.filter(isCasualty)),
      facts: await read(facts.filter((fact) => !isCasualty(fact) && !isSaidAlready(fact, entry, row?.means ?? []))),
    };
  }

  private async places(id: string | null): Promise<Reference[]> {
    const place = id === null ? null : await this.loaders.location.byId.load(id);
    if (!place) return [];
    return [{ id: place.id, label: 'Location', name: place.name }, ...(await this.places(place.withinId))];
  }

  private async fact(row: Fact): Promise<PortraitFact> {
    const by = row.byId === null ? null : await this.loaders.body.byId.load(row.byId);
    return this.sourced(row, row.property, isCount(row) ? figure(row) : row.value, by?.name ?? null);
  }

  private async sourced(row: Cited, property: string, value: string, by: string | null): Promise<PortraitFact> {
    const { id, status, note = null, citations } = row;
    return { id, property, value, by, status, note, sources: await this.sources(citations) };
  }

  /** Sources as an item of evidence has them; a report that only this cites is read for itself. */
  private async sources(citations: Cited['citations']): Promise<ItemSource[]> {
    const reports = await Promise.all(
      citations.map(async ({ reportId }) => [reportId, await this.report(reportId)] as const),
    );
    const cited = new Map(reports.flatMap(([id, report]) => (report ? [[id, report] as const] : [])));
    return sourcesOf({ ...this.file, reports: cited }, { citations: citations.map(passageOf) });
  }

  private async report(id: string): Promise<ReportEntry | null> {
    const inFile = this.file.reports.get(id);
    if (inFile) return inFile;
    const row = await this.loaders.report.byId.load(id);
    if (!row) return null;
    const [publisher, origins] = await Promise.all([
      this.loaders.body.byId.load(row.publisherId),
      Promise.all(row.derivedFromIds.map((origin) => this.origin(origin))),
    ]);
    const derivedFrom = origins.filter((origin) => origin !== null);
    return { ...row, publisher: publisher?.name ?? null, derivedFrom } as unknown as ReportEntry;
  }

  private async origin(id: string): Promise<OriginEntry | null> {
    const row = await this.loaders.report.byId.load(id);
    if (!row) return null;
    const publisher = await this.loaders.body.byId.load(row.publisherId);
    const { title, partyToConflict } = row;
    return { reportId: id, title, publisher: publisher?.name ?? null, partyToConflict: partyToConflict ?? null };
  }
}

/**
 * What one report says of the whole stands in the incident's own words already, but for dates and means that these do not
 * have.
 */
function isSaidAlready({ property, value }: Fact, { range }: IncidentEntry, means: readonly string[]): boolean {
  if (property === 'MEANS') return means.includes(value);
  if (property === 'FIRST' || property === 'LAST')
    return accountedEnd(property, value)?.date.text === (property === 'FIRST' ? range.first : range.last).text;
  return property in ACCOUNT;
}

const isCount = ({ low, best, high }: Fact) => low !== null || best !== null || high !== null;

/** A count as a text: one figure, or the lowest and the highest. */
function figure({ low, best, high }: Fact): string {
  const bounds = low !== null && high !== null && low !== high ? `${low} to ${high}` : null;
  const bound =
    low !== null && high === null ? `at least ${low}` : high !== null && low === null ? `at most ${high}` : bounds;
  if (best === null) return bound ?? String(low ?? '');
  return bound === null || low === high ? String(best) : `${best} (${bound})`;
}

/** Without the view that it was read under: its instant moves with changes that the reader may not see. */
function passageOf<C extends object>(citation: C): C {
  const { view: _view, ...passage } = citation as C & { readonly view?: unknown };
  return passage as C;
}
