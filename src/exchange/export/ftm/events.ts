import { type ExportRecord, linked, textOf, textsOf } from '../export.rules.js';
import { dates, edge, type MappedEntity, type Mapping, namesAt, one, plain, type Texts } from './mapped-entity.js';

/** Incidents, and what bodies say of them. */

export const incident: Mapping = (record, around) => {
  const { title, summary, kinds, note } = record.properties;
  return one(record.id, 'Event', {
    name: [textOf(title)],
    summary: [textOf(summary)],
    keywords: textsOf(kinds),
    notes: [textOf(note)],
    ...dates(record),
    location: namesAt(record, 'AT', around),
    addressEntity: linked(record, 'AT'),
    involved: (around.attributed.get(record.id) ?? []).map(({ id, dataset, recordedAt }) => ({
      value: id,
      dataset,
      recordedAt,
    })),
  });
};

const PROCEEDINGS = ['CRIMINAL', 'STATE_RESPONSIBILITY'];
/** Statements about proceedings, not acts in them. */
const ONLY_SAID = ['ALLEGATION', 'FAIR_TRIAL_ASSESSMENT'];

/** A court case where there are proceedings and a sanction where there is one. Whom a report names is no party to a case: that is a note. */
export const finding: Mapping = (record, around) => {
  const type = textOf(record.properties.type) ?? '';
  if (type === 'SANCTION') return sanctions(record, namesAt(record, 'BY', around));
  const inProceedings = PROCEEDINGS.includes(textOf(record.properties.proofDomain) ?? '');
  return inProceedings && !ONLY_SAID.includes(type)
    ? courtCase(record, namesAt(record, 'BY', around))
    : note(record, namesAt(record, 'BY', around));
};

const days = ({ properties: { decided, published } }: ExportRecord) => [decided, published].map(plain);

const conduct = ({ properties: { conductFrom, conductTo } }: ExportRecord) => ({
  startDate: [plain(conductFrom)],
  endDate: [plain(conductTo)],
});

function courtCase(record: ExportRecord, court: Texts): MappedEntity[] {
  const { id, properties } = record;
  const type = [textOf(properties.type)];
  const parties = linked(record, 'ABOUT').flatMap((party) =>
    edge(
      `${id}-${party}`,
      'CourtCaseParty',
      { party: [party], case: [id] },
      { role: type, date: days(record), ...conduct(record) },
    ),
  );
  const about = {
    name: [textOf(properties.title)],
    type,
    court,
    category: [textOf(properties.proofDomain)],
    summary: [textOf(properties.summary)],
    notes: [textOf(properties.note)],
  };
  return [...one(id, 'CourtCase', about), ...parties];
}

/** A listing is of each who is listed; `startDate` is when it takes effect, which is not known here. */
function sanctions(record: ExportRecord, authority: Texts): MappedEntity[] {
  const { title, summary, note } = record.properties;
  return linked(record, 'ABOUT').flatMap((entity) =>
    one(`${record.id}-${entity}`, 'Sanction', {
      entity: [entity],
      authority,
      summary: [textOf(title)],
      reason: [textOf(summary)],
      listingDate: days(record),
      description: [textOf(note)],
    }),
  );
}

function note(record: ExportRecord, publisher: Texts): MappedEntity[] {
  const { title, summary, type, proofDomain, note } = record.properties;
  return one(record.id, 'Note', {
    name: [textOf(title)],
    description: [textOf(summary)],
    keywords: [textOf(type), textOf(proofDomain)],
    publisher,
    createdAt: days(record),
    notes: [textOf(note)],
    entity: [...linked(record, 'ABOUT'), ...linked(record, 'CONCERNS')],
  });
}
