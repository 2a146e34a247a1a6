import type { Written } from '../../support/small-dataset.js';
import type { Chance } from './chance.js';

/**
 * Random statements over the fictional world, of mixed access and datasets. Whatever no public reader may ever see bears
 * the word UNSEEN, and what no export may ever show bears SEALED.
 */

export const HIDDEN_WORD = 'unseen';
export const EDITORS_WORD = 'sealed';

const LEVELS = ['PUBLIC', 'PUBLIC', 'PUBLIC', 'PARTNER', 'CONFIDENTIAL'] as const;
const DATASETS = ['fictional', 'fictional', 'fictional', 'other', 'other', 'closed'] as const;
const RANGE = { first: '2022-01 START', last: '2022-05 END' };

/** A citation as an author writes it. */
interface Cite {
  readonly report: string;
  readonly suffices?: true;
}

interface Source {
  readonly id: string;
  readonly access: string;
  readonly dataset: string;
}

/** What the words of a statement must say of it. */
interface Marks {
  readonly isHidden: boolean;
  readonly isForEditors: boolean;
}
type Entity = Marks & { readonly id: string };

/** Makes up what may be written next, and keeps in mind what can be referred to. */
export class RandomRecords {
  readonly reports: Source[] = [
    { id: 'report-fx-un-2022', access: 'PUBLIC', dataset: 'fictional' },
    { id: 'report-fx-archive-2023', access: 'PUBLIC', dataset: 'fictional' },
    { id: 'report-fx-partner-memo', access: 'PARTNER', dataset: 'fictional' },
    { id: 'report-fx-confidential-dossier', access: 'CONFIDENTIAL', dataset: 'fictional' },
  ];
  readonly people = publicEntities('person-fx-anders', 'person-fx-carls');
  private readonly units = publicEntities('unit-fx-u0', 'unit-fx-u1', 'unit-fx-u2', 'unit-fx-u3');
  private readonly bodies: Entity[] = [];
  private readonly locations: Entity[] = [];
  private readonly incidents = publicEntities('incident-fx-i1', 'incident-fx-i2');
  private count = 0;

  constructor(private readonly chance: Chance) {}

  /** Records of a dataset: a report, or what one or two reports state. */
  some(): { dataset: string; written: Written } {
    const [dataset, cites] = [this.chance.of(DATASETS), this.sources()];
    const kinds = [
      () => this.report(dataset),
      () => this.entity(dataset, cites),
      () => this.entity(dataset, cites),
      () => this.furtherName(dataset, cites),
      () => this.claim(dataset, cites),
      () => this.claim(dataset, cites),
      () => this.event(dataset, cites),
    ];
    return { dataset, written: this.chance.of(kinds)() };
  }

  /** A body that all may see: somebody has to publish. */
  firstBody(): Written {
    const id = `body-open-${this.next()}`;
    this.bodies.push({ id, isHidden: false, isForEditors: false });
    return { bodies: [{ id, kind: 'NGO', names: [id], cites: [{ report: 'report-fx-un-2022' }] }] };
  }

  private sources(): string[] {
    return [...new Set([this.chance.of(this.reports).id, this.chance.of(this.reports).id])];
  }

  private report(dataset: string): Written {
    const access = this.chance.of(LEVELS);
    const isHidden = access !== 'PUBLIC' || dataset === 'closed';
    const word = wordOf({ isHidden, isForEditors: dataset === 'closed' });
    const id = `report-${word}-${this.next()}`;
    this.reports.push({ id, access, dataset });
    const publisher = this.chance.of(this.bodies).id;
    const derivedFrom = this.chance.yes() ? [this.chance.of(this.reports.slice(0, -1)).id] : [];
    return { reports: [{ id, title: id, publisher, access, derivedFrom, publishedOn: '2023-02-01' }] };
  }

  /** The access of a statement, and the words that say who must not see it. */
  private meta(dataset: string, cites: readonly string[]) {
    const access = this.chance.of(LEVELS);
    const sources = this.reports.filter(({ id }) => cites.includes(id) && dataset !== 'closed');
    const open = sources.filter((source) => source.dataset !== 'closed');
    const marks: Marks = {
      isHidden: access !== 'PUBLIC' || !open.some((source) => source.access === 'PUBLIC'),
      isForEditors: open.length === 0,
    };
    const text = `${wordOf(marks)} ${this.next()}`;
    return { marks, text, claim: { access, note: text, cites: cites.map((report): Cite => ({ report })) } };
  }

  private named(dataset: string, cites: readonly string[]) {
    const { marks, text, claim } = this.meta(dataset, cites);
    return { marks, names: [{ value: text, ...claim }] };
  }

  private body(dataset: string, cites: readonly string[]): Record<string, unknown> {
    const { marks, names } = this.named(dataset, cites);
    const id = `body-${wordOf(marks)}-${this.next()}`;
    this.bodies.push({ id, ...marks });
    return { id, kind: 'NGO', names };
  }

  private entity(dataset: string, cites: readonly string[]): Written {
    const { marks, names } = this.named(dataset, cites);
    const id = (kind: string) => `${kind}-${wordOf(marks)}-${this.next()}`;
    const addTo = (list: Entity[], kind: string) => {
      const entity = { id: id(kind), ...marks };
      list.push(entity);
      return entity.id;
    };
    return this.chance.of([
      () => ({ people: [{ id: addTo(this.people, 'person'), names }] }),
      () => ({ units: [{ id: addTo(this.units, 'unit'), kind: 'ARMED_FORCES', names }] }),
      () => ({ bodies: [this.body(dataset, cites)] }),
      () => {
        const within = this.locations.length > 0 ? this.chance.of(this.locations).id : undefined;
        const coordinates = { latitude: (this.count % 600) / 8, longitude: 10, coordinatesFrom: cites[0] };
        return { locations: [{ id: addTo(this.locations, 'location'), kind: 'PLACE', within, ...coordinates, names }] };
      },
    ])();
  }

  /** A name that does not make an entity known whose id says that it is not. */
  private furtherName(dataset: string, cites: readonly string[]): Written {
    const { marks, names } = this.named(dataset, cites);
    const { id, isHidden, isForEditors } = this.chance.of(this.people);
    if ((isHidden && !marks.isHidden) || (isForEditors && !marks.isForEditors)) return {};
    return { people: [{ id, extends: true, names }] };
  }

  private claim(dataset: string, cites: readonly string[]): Written {
    const { claim } = this.meta(dataset, cites);
    const [person, unit, superior] = [
      this.chance.of(this.people),
      this.chance.of(this.units),
      this.chance.of(this.units),
    ];
    return this.chance.of<() => Written>([
      () => ({ postings: [{ person: person.id, at: unit.id, role: 'COMMANDER', ...RANGE, ...claim }] }),
      () => ({
        'command-links': [{ subordinate: unit.id, superior: superior.id, kind: 'COMMAND', ...RANGE, ...claim }],
      }),
      () => {
        if (this.locations.length === 0) return {};
        const location = this.chance.of(this.locations).id;
        return { positionings: [{ unit: unit.id, location, kind: 'SITE', ...RANGE, ...claim }] };
      },
      () => ({
        measures: [
          { kind: 'NONE_REPORTED', on: '2022-04', concerns: [person.id, this.chance.of(this.incidents).id], ...claim },
        ],
      }),
    ])();
  }

  private event(dataset: string, cites: readonly string[]): Written {
    const { marks, text, claim } = this.meta(dataset, cites);
    const by = this.chance.of(this.bodies).id;
    // Each report may give every word; else the record is refused where one of them is for fewer readers.
    if (this.chance.yes()) claim.cites = claim.cites.map((citation) => ({ ...citation, suffices: true }));
    if (this.chance.yes()) {
      const id = `finding-${wordOf(marks)}-${this.next()}`;
      const [about, concerns] = [[this.chance.of(this.people).id], [this.chance.of(this.incidents).id]];
      const classifies = [{ code: '8(2)(a)(i)', asStated: text }];
      const what = { type: 'CONVICTION', title: text, proofDomain: 'CRIMINAL', about, concerns, classifies };
      return { findings: [{ id, by, ...what, ...claim }] };
    }
    const incident = { id: `incident-${wordOf(marks)}-${this.next()}`, ...marks };
    const location = this.locations.length > 0 ? this.chance.of(this.locations).id : undefined;
    const attributions = [{ to: this.chance.of(this.units).id, by, ...claim }];
    this.incidents.push(incident);
    return {
      incidents: [{ id: incident.id, title: text, kinds: ['KILLING'], location, attributions, ...RANGE, ...claim }],
    };
  }

  private next(): number {
    this.count += 1;
    return this.count;
  }
}

const publicEntities = (...ids: string[]): Entity[] => ids.map((id) => ({ id, isHidden: false, isForEditors: false }));

const wordOf = ({ isHidden, isForEditors }: Marks) =>
  `${isHidden ? HIDDEN_WORD : 'open'}${isForEditors ? `-${EDITORS_WORD}` : ''}`;
