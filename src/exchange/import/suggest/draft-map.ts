import { INCIDENT_KIND, UNIT_KIND } from '../../../model/vocabulary.js';
import { OPEN } from '../map/read-map.js';
import type { Meaning } from '../words/column-headings.js';
import type { Lexicons } from '../words/lexicons.js';
import { mayBeSexualViolence } from '../words/sexual-violence.js';
import { type ColumnMeanings, withoutNumber } from './column-meanings.js';
import { type ColumnProfile, orderOf, separatorOf, type TableProfile } from './column-profile.js';
import { examples, indented, list, property, record, scalar, slugOf } from './map-lines.js';

/**
 * The draft of a map, as YAML with comments. It says what headings and values show, and `TODO` where a person has to
 * decide. It never makes anybody the perpetrator of anything, and puts no column that may name a victim into a record.
 */
export class MapDraft {
  private readonly used = new Set<ColumnProfile>();

  constructor(
    private readonly name: string,
    private readonly dataset: string,
    private readonly table: TableProfile,
    private readonly meanings: ColumnMeanings,
    private readonly lexicons: Lexicons,
  ) {}

  text(): string {
    const records = this.records();
    const sources = this.sources();
    return [
      `# A draft: ${this.table.rows} rows, ${this.table.columns.length} columns. Complete it, and try it with --dry-run.`,
      `# Replace each ${OPEN}, correct what is wrong, and delete what you do not need. It shows values of the table.`,
      'tables:',
      `  ${this.name}:`,
      ...indented(4, [...sources, 'records:', ...indented(2, records), ...this.rest()]),
      '',
    ].join('\n');
  }

  private one(meaning: Meaning): ColumnProfile | undefined {
    return this.meanings.get(meaning)?.[0];
  }

  /** The name of the column of a meaning as YAML; from here on the column counts as used. */
  private use(column: ColumnProfile): string {
    this.used.add(column);
    return scalar(column.name);
  }

  private records(): string[] {
    const { subject } = this;
    return subject === 'INCIDENTS' ? this.incidents() : subject === 'POSTS' ? this.posts() : this.units();
  }

  /** What a row is about. */
  private get subject(): 'INCIDENTS' | 'POSTS' | 'UNITS' {
    if (this.hasIncidents) return 'INCIDENTS';
    if (this.nameColumns().length > 0 && (this.one('role') || this.unit)) return 'POSTS';
    return this.unit && (this.one('superior') || !this.one('first')) ? 'UNITS' : 'INCIDENTS';
  }

  /**
   * Whether rows are of incidents, whoever else they name: the unit and the commander in a list of incidents or of detainees
   * are alleged to have had a part, and the day is not that of a post.
   */
  private get hasIncidents(): boolean {
    const signs = ['harmed', 'killed', 'killedLow', 'injured', 'injuredLow', 'actor'] as const;
    const isKind = (value: string) => this.lexicons.INCIDENT_KINDS.allIn(value).length > 0;
    return signs.some((meaning) => this.one(meaning)) || (this.one('kinds')?.values.some(isKind) ?? false);
  }

  /** The unit of a row; a heading that is no more than `Name` names it where its superior stands beside. */
  private get unit(): ColumnProfile | undefined {
    return this.one('unit') ?? (this.one('superior') && this.nameColumns().length === 0 ? this.one('name') : undefined);
  }

  /** The id of an incident hangs on the id that its row has, or on all that tells it from other rows. */
  private incidentId(): string {
    const id = this.one('id');
    const columns = this.distinguishing();
    const from = id ? this.use(id) : isEnough(columns) ? list(columns.map(({ name }) => scalar(name))) : OPEN;
    return `{ id: incident-${this.ownSlug}, from: ${from} }`;
  }

  /** What tells an incident without an id from others. */
  private distinguishing(): readonly ColumnProfile[] {
    return (['first', 'kinds', 'place', 'title'] as const).flatMap((meaning) => this.one(meaning) ?? []);
  }

  /** What a person should know where rows have no id of their own. */
  private aboutId(): string[] {
    if (this.one('id')) return [];
    const columns = this.distinguishing();
    const unique = this.table.columns.filter((column) => column.isUnique && !this.isSpared(column));
    return [
      `# Rows in which these columns are equal are one; give the columns that tell all of them apart.`,
      ...(isEnough(columns) || unique.length === 0
        ? []
        : [`# In no two rows are equal: ${unique.map(({ name }) => scalar(name)).join(', ')}.`]),
    ];
  }

  /** Ids hang on the dataset: another table may mean another person by the same name. */
  private get slug(): string {
    return slugOf(this.dataset).slice(0, 40);
  }

  /** What rows are about hangs on the table too: two tables of one dataset may number their rows alike. */
  private get ownSlug(): string {
    return [this.slug, slugOf(this.name).slice(0, 20)].filter((part) => part !== '').join('-');
  }

  private incidents(): string[] {
    const persons = (['person', 'surname', 'givenName', 'role'] as const).flatMap((one) => this.one(one) ?? []);
    return [
      ...(persons.length > 0
        ? [
            `# ${list(persons.map(({ name }) => scalar(name)))} may name people of units. What the table says of their posts needs records of its own:`,
            '# people, units and postings. Write them if you know that these are no victims, and which days the table gives for the posts.',
          ]
        : []),
      ...this.places(),
      ...record('incidents', this.incidentColumns(false), this.where(this.isNotSexual)),
      ...this.spared(),
      ...this.casualties(['killedLow', 'killed', 'killedHigh'], 'KILLED'),
      ...this.casualties(['injuredLow', 'injured', 'injuredHigh'], 'INJURED'),
    ];
  }

  /** What marks a row as one of sexual violence: a kind, or a yes under such a heading. */
  private get sexualMarks(): readonly ColumnProfile[] {
    const kinds = this.one('kinds');
    const isMark = (column: ColumnProfile) => column !== kinds && isFlagOfSexualViolence(column);
    return [...(kinds ? [kinds] : []), ...this.table.columns.filter(isMark)]
      .map((column) => ({ ...column, values: column.values.filter((value) => this.marks(column, value)) }))
      .filter(({ values }) => values.length > 0);
  }

  private marks(column: ColumnProfile, value: string): boolean {
    return column === this.one('kinds') ? this.isSexual(value) : !NO.test(value);
  }

  private get isNotSexual(): string[] {
    return this.sexualMarks.map(({ name, values }) => `${scalar(name)}: { isNot: ${list(values.map(scalar))} }`);
  }

  /** What stands for the rows of sexual violence: one record for each mark of them, which all say the same. */
  private spared(): string[] {
    const marks = this.sexualMarks;
    if (marks.length === 0) return [];
    for (const mark of marks)
      for (const column of this.table.columns) if (column.name === mark.name) this.used.add(column);
    return [
      '# Of sexual violence no day, no place and no words are recorded, so that nobody finds who suffered it.',
      ...marks.flatMap(({ name, values }) =>
        record('incidents', this.incidentColumns(true), [
          `where: { ${scalar(name)}: { is: ${list(values.map(scalar))} } }`,
        ]),
      ),
    ];
  }

  private where(...conditions: readonly (readonly string[])[]): string[] {
    const all = conditions.flat();
    return all.length > 0 ? [`where: { ${all.join(', ')} }`] : [];
  }

  private isSexual(value: string): boolean {
    return mayBeSexualViolence(value) || this.lexicons.INCIDENT_KINDS.allIn(value).includes('SEXUAL_VIOLENCE');
  }

  private incidentColumns(isSexual: boolean): string[] {
    const [title, summary, means, last] = (['title', 'summary', 'means', 'last'] as const).map((one) => this.one(one));
    const exactness = isSexual ? ', exactness: { value: MONTH }' : '';
    return [
      ...this.aboutId(),
      `id: ${this.incidentId()}`,
      ...(isSexual ? ['title: { value: Sexual violence }'] : this.title(title)),
      ...(summary && !isSexual ? this.summary(summary) : []),
      ...this.kinds(isSexual),
      ...(means && !isSexual ? [`means: ${this.several(means)}`] : []),
      ...this.day(exactness),
      ...this.date('last', last, exactness),
      ...(this.placeColumns().length > 0 && !isSexual ? [`location_id: ${this.placeId()}`] : []),
      ...this.identifier(),
      ...(isSexual ? [] : this.incidentFacts()),
    ];
  }

  private summary(summary: ColumnProfile): string[] {
    const rule = `summary: ${this.use(summary)}`;
    if (!summary.values.some(mayBeSexualViolence))
      return ['# Delete this line if the texts name victims or witnesses.', rule];
    return [
      `# Some of these texts may speak of sexual violence, of which no day, place or words are recorded. Mark such rows in the`,
      `# table, so that \`where\` can leave them out here. Else, if no text names victims or witnesses: ${rule}`,
      `summary: ${OPEN}`,
    ];
  }

  private title(title: ColumnProfile | undefined): string[] {
    if (title) return [`title: { column: ${this.use(title)}, empty: Incident }`];
    const [kinds, place] = [this.one('kinds'), this.one('place')];
    const parts = [
      kinds?.content === 'TEXTS' ? `{${kinds.name}}` : 'Incident',
      ...(place ? [`in {${place.name}}`] : []),
    ];
    return [`title: { text: ${scalar(parts.join(' '))} }`];
  }

  private kinds(isSexual: boolean): string[] {
    if (isSexual) return ['kinds: { value: SEXUAL_VIOLENCE }'];
    const kinds = this.one('kinds');
    if (!kinds) return [];
    const values = kinds.values.filter((value) => !this.isSexual(value));
    return this.words('kinds', kinds, values, 'INCIDENT_KINDS');
  }

  /** A closed list of words is translated one by one; a longer one by the words that the product knows. */
  private words(
    column: string,
    profile: ColumnProfile,
    values: readonly string[],
    lexicon: keyof typeof VOCABULARIES,
  ): string[] {
    const separator = separatorOf(profile);
    const single = [
      ...new Set(values.flatMap((value) => (separator ? value.split(separator) : [value])).map((one) => one.trim())),
    ];
    const senses = (value: string) => this.lexicons[lexicon].allIn(value);
    if (profile.isLong || single.length > MOST_WORDS)
      return [
        '# Words that the product does not know go in with a doubt, and the report lists them.',
        `${column}: { column: ${this.use(profile)}${between(profile)}, words: ${lexicon} }`,
      ];
    return [
      ...(single.every((value) => senses(value).length > 0)
        ? []
        : [`# Instead of each ${OPEN}: null for none, or ${Object.keys(VOCABULARIES[lexicon]).join(', ')}.`]),
      `${column}:`,
      ...indented(2, [
        `column: ${this.use(profile)}`,
        ...(separator ? [`separator: ${scalar(separator)}`] : []),
        'words:',
        ...indented(
          2,
          single.map(
            (value) =>
              `${scalar(value)}: ${senses(value).length > 1 ? list(senses(value)) : (senses(value)[0] ?? OPEN)}`,
          ),
        ),
      ]),
    ];
  }

  private date(column: string, profile: ColumnProfile | undefined, more = ''): string[] {
    if (!profile) return [];
    const order = orderOf(profile);
    const open = `# DAY_FIRST or MONTH_FIRST? The column has dates such as ${examples(profile, 3)}.`;
    return [...(order ? [] : [open]), `${column}: { column: ${this.use(profile)}, date: ${order ?? OPEN}${more} }`];
  }

  /** The day of an incident. Where no heading tells it, a person chooses among the columns that hold dates. */
  private day(exactness: string): string[] {
    const first = this.one('first');
    if (first) return this.date('first', first, exactness);
    const [year, month, day] = (['year', 'month', 'day'] as const).map((one) => this.one(one));
    if (year && month) {
      const parts = [year, month, ...(day ? [day] : [])].map((column) => this.use(column) && `{${column.name}}`);
      return [`first: { text: ${JSON.stringify(parts.join('-'))}, date: YEAR_FIRST${exactness} }`];
    }
    const understood = new Set([...this.meanings].flatMap(([meaning, all]) => (meaning === 'year' ? [] : all)));
    const dates = this.table.columns.filter((column) => column.content === 'DATES' && !understood.has(column));
    if (dates.length === 0) return [];
    const rules = dates.map(
      (column) =>
        `#   first: { column: ${scalar(column.name)}, date: ${orderOf(column) ?? 'DAY_FIRST or MONTH_FIRST'}${exactness} }`,
    );
    return ['# On which day did it happen? Write one of these, or delete the line below:', ...rules, `first: ${OPEN}`];
  }

  private identifier(): string[] {
    const id = this.one('id');
    return id
      ? [`identifiers: { column: ${scalar(id.name)}, pair: ${property(`${this.dataset} ${this.name}`, 'source')} }`]
      : [];
  }

  private incidentFacts(): string[] {
    const kinds = this.one('kinds');
    const actors = (['actor', 'unit', 'superior'] as const).flatMap((meaning) => this.meanings.get(meaning) ?? []);
    return [
      ...(actors.length > 0
        ? ['# Actors are kept in the words of the table. They become attributions only if you write a record for that.']
        : []),
      ...this.facts([...(kinds ? [kinds] : []), ...actors]),
    ];
  }

  /** A column, as one value or as several. */
  private several(column: ColumnProfile): string {
    return between(column) === '' ? this.use(column) : `{ column: ${this.use(column)}${between(column)} }`;
  }

  private facts(columns: readonly ColumnProfile[]): string[] {
    return columns.length > 0
      ? [
          'facts:',
          ...indented(
            2,
            columns.map((column) => this.fact(column)),
          ),
        ]
      : [];
  }

  private fact(column: ColumnProfile): string {
    const [meaning = 'value'] = [...this.meanings].find(([, columns]) => columns.includes(column)) ?? [];
    return `- { column: ${this.use(column)}, pair: ${property(column.name, meaning)}${between(column)} }`;
  }

  /** What tells one place from another. */
  private placeColumns(): ColumnProfile[] {
    const place = this.one('place') ?? this.one('region');
    const point = [this.one('latitude'), this.one('longitude')];
    return place || point.every((column) => column) ? [place, ...point].filter((column) => column !== undefined) : [];
  }

  private placeId(): string {
    return `{ id: location-${this.slug}, from: ${list(this.placeColumns().map(({ name }) => scalar(name)))} }`;
  }

  private places(): string[] {
    const columns = this.placeColumns();
    if (columns.length === 0) return [];
    const fullest = columns.reduce((most, column) => (column.filled > most.filled ? column : most));
    const names = [this.one('place'), this.one('region')].filter((column) => column !== undefined);
    const [latitude, longitude] = [this.one('latitude'), this.one('longitude')];
    const facts = [this.one('region'), this.wordyCountry].filter((column) => column !== undefined);
    const decimals = (column: ColumnProfile) =>
      column.values.some((value) => value.includes(','))
        ? `{ column: ${this.use(column)}, decimals: COMMA }`
        : this.use(column);
    return record(
      'locations',
      [
        `id: ${this.placeId()}`,
        `name: { columns: ${list(names.map((column) => this.use(column)))}, empty: Place without a name }`,
        'kind: { value: PLACE }',
        ...this.countryCode(),
        ...(latitude && longitude ? [`latitude: ${decimals(latitude)}`, `longitude: ${decimals(longitude)}`] : []),
        ...this.facts(facts),
      ],
      this.where([`${scalar(fullest.name)}: { filled: true }`], this.isNotSexual),
    );
  }

  private casualties(meanings: readonly [low: Meaning, best: Meaning, high: Meaning], kind: string): string[] {
    const [low, best, high] = meanings.map((meaning) => this.one(meaning));
    const counts = Object.entries({ low, best, high }).flatMap(([name, column]) => (column ? [{ name, column }] : []));
    const most = best ?? high ?? low;
    if (!most) return [];
    const numbers = counts.map(({ name, column }) => `${name}: ${this.use(column)}`);
    return record(
      'casualties',
      [`incident_id: ${this.incidentId()}`, 'by_id: { table: PUBLISHER }', `kind: { value: ${kind} }`, ...numbers],
      this.where([`${scalar(most.name)}: { filled: true, isNot: "0" }`], this.isNotSexual),
    );
  }

  /** The columns that together name a person. */
  private nameColumns(): ColumnProfile[] {
    const person = this.one('person');
    return person ? [person] : [this.one('givenName'), this.one('surname')].filter((column) => column !== undefined);
  }

  /** What rows tell of somebody who held a post. A date of birth may be a private matter, so a person decides on it. */
  private aboutPerson(): string[] {
    const [alias, nationality] = (['alias', 'nationality'] as const).map((one) => this.one(one));
    return [
      ...(alias ? [`other_names: ${this.several(alias)}`] : []),
      ...(nationality ? ['facts:', `  - { column: ${this.use(nationality)}, pair: NATIONALITY }`] : []),
    ];
  }

  /** Who held which post where. Two people of one name would be one, so a person decides where names may repeat. */
  private posts(): string[] {
    const names = this.nameColumns();
    const { unit } = this;
    const [role, rank] = (['role', 'rank'] as const).map((one) => this.one(one));
    const columns = names.map((column) => this.use(column));
    const [only] = names;
    const from = names.length === 1 && only?.isUnique ? columns[0] : OPEN;
    const personId = `{ id: person-${this.slug}, from: ${from} }`;
    const named = this.where(columns.slice(0, 1).map((name) => `${name}: { filled: true }`));
    const people = record(
      'people',
      [
        ...(from === OPEN
          ? [
              `# ${list(columns)}, if rows of one name are one person each time; else the columns that tell people apart, such as a date of birth.`,
            ]
          : []),
        `id: ${personId}`,
        `name: ${columns.length === 1 ? columns[0] : `{ text: ${JSON.stringify(names.map(({ name }) => `{${name}}`).join(' '))} }`}`,
        ...this.aboutPerson(),
      ],
      named,
    );
    if (!unit)
      return [
        ...people,
        '# No column is understood as the unit. If one is, add units and postings: see the page on maps.',
      ];
    return [
      ...people,
      ...this.units(),
      ...record(
        'postings',
        [
          `person_id: ${personId}`,
          `at_id: ${this.unitId(unit)}`,
          ...(role
            ? [
                '# Of words that the product does not know, none commands: they go in with a doubt, and --roles FILE adds words.',
                `role: { column: ${this.use(role)}, words: ROLES }`,
              ]
            : [
                '# No column gives the role. UNKNOWN commands nothing: write COMMANDER, HEAD or another role if all people here have it.',
                'role: { value: UNKNOWN }',
              ]),
          ...(rank ? [`rank: ${this.use(rank)}`] : []),
          ...this.tenure(),
        ],
        this.where([columns[0] ?? '', scalar(unit.name)].map((name) => `${name}: { filled: true }`)),
      ),
    ];
  }

  /** The dates of a link to a higher unit. Beside a post they are those of the post, unless a heading tells. */
  private linkDates(isAlone: boolean): string[] {
    const [appointed, first, last] = (['appointed', 'first', 'last'] as const).map((one) => this.one(one));
    if (isAlone) return this.range(first ?? appointed, last);
    if (!appointed || !first)
      return [
        '# Without dates, since those of the row are of the post. Chains show such a link where they are asked for with cover OPEN.',
      ];
    const names = [first, last].flatMap((column) => (column ? [scalar(column.name)] : []));
    return [`# Without dates. Are ${list(names)} those of this link? Then write first and last here.`];
  }

  /** The dates of a post. Beside a higher unit it may be the link to that which a row dates, unless its headings tell. */
  private tenure(): string[] {
    const [appointed, first, last] = (['appointed', 'first', 'last'] as const).map((one) => this.one(one));
    // Where a table has a first day beside that of the appointment, the last day ends what began then, and no post.
    if (appointed) return this.range(appointed, first ? undefined : last);
    if (!this.one('superior') || !(first || last)) return this.range(first, last);
    const rules = this.range(first, last).filter((line) => !line.startsWith('#'));
    for (const column of [first, last]) if (column) this.used.delete(column);
    return [
      '# Are these dates those of the post? Or of the link to the higher unit? Write them where they belong, and delete the line below:',
      ...rules.map((line) => `#   ${line}`),
      `first: ${OPEN}`,
    ];
  }

  /** A table does not say whether a date was the first or only one that somebody wrote down. */
  private range(first: ColumnProfile | undefined, last: ColumnProfile | undefined): string[] {
    return [
      ...(first || last
        ? [
            '# FIRST_CITED and LAST_CITED: it may have begun before and gone on. Write START and END if the table says so.',
          ]
        : []),
      ...(first ? [...this.date('first', first), 'first_hardness: { value: FIRST_CITED }'] : []),
      ...(last ? [...this.date('last', last), 'last_hardness: { value: LAST_CITED }'] : []),
    ];
  }

  /** A country by its two letters has a column of the templates; a country by its name is a fact. */
  private countryCode(): string[] {
    const country = this.one('country');
    return country && hasCountryCodes(country) ? [`country: ${this.use(country)}`] : [];
  }

  private get wordyCountry(): ColumnProfile | undefined {
    const country = this.one('country');
    return country && hasCountryCodes(country) ? undefined : country;
  }

  /** The id of a unit hangs on its code, where units and their superiors have one, else on its name and country. */
  private unitId(unit: ColumnProfile): string {
    const [code, superiorCode, country] = (['unitCode', 'superiorCode', 'country'] as const).map((one) =>
      this.one(one),
    );
    const isSuperior = unit === this.one('superior');
    const own = isSuperior ? superiorCode : code;
    const hasCodes = code && (superiorCode || !this.one('superior'));
    const columns = hasCodes && own ? [own] : [unit, ...(country ? [country] : [])];
    for (const column of columns) this.used.add(column);
    return `{ id: unit-${this.slug}, from: ${list(columns.map(({ name }) => scalar(name)))} }`;
  }

  private units(): string[] {
    const unit = this.unit as ColumnProfile;
    const [superior, kind] = (['superior', 'unitKind'] as const).map((one) => this.one(one));
    const country = this.wordyCountry;
    const filled = (column: ColumnProfile) => [`where: { ${scalar(column.name)}: { filled: true } }`];
    const isLinked = superior !== undefined && this.nameColumns().length === 0;
    const facts = [...(country ? [country] : []), ...(kind ? [kind] : [])];
    const own = record(
      'units',
      [
        `id: ${this.unitId(unit)}`,
        `name: ${this.use(unit)}`,
        ...(kind ? this.words('kind', kind, kind.values, 'UNIT_KINDS') : []),
        ...this.countryCode(),
        ...this.facts(facts),
      ],
      filled(unit),
    );
    if (!superior) return own;
    return [
      ...own,
      ...record('units', [`id: ${this.unitId(superior)}`, `name: ${this.use(superior)}`], filled(superior)),
      ...record(
        'command-links',
        [
          `subordinate_id: ${this.unitId(unit)}`,
          `superior_id: ${this.unitId(superior)}`,
          '# What does the column mean? COMMAND, OPERATIONAL, ADMINISTRATIVE, MEMBERSHIP, COOPERATION or OTHER; only the first two carry command.',
          `kind: { value: ${OPEN} }`,
          ...this.linkDates(isLinked),
        ],
        filled(superior),
      ),
    ];
  }

  /** One source, or several in numbered columns such as `Source 1` and `Source 2`. */
  private sources(): string[] {
    const urls = this.meanings.get('url') ?? [];
    const titles = this.meanings.get('sourceTitle') ?? [];
    const numbers = new Set<string | undefined>();
    const isFirst = (column: ColumnProfile) => !numbers.has(numberOf(column)) && numbers.add(numberOf(column));
    const sources = (urls.length > 0 ? urls : titles.filter(isFirst))
      .map((column) => this.source(column))
      .filter((lines) => lines.length > 0);
    if (sources.length === 0) return [];
    const lines =
      sources.length === 1
        ? (sources[0] ?? [])
        : sources.flatMap(([first, ...more]) => [`- ${first}`, ...indented(2, more)]);
    return [
      '# Each source becomes a report. Without these lines each record cites the table alone.',
      'sources:',
      ...indented(2, lines),
    ];
  }

  private source(column: ColumnProfile): string[] {
    const beside = (meaning: Meaning) =>
      this.meanings.get(meaning)?.find((other) => numberOf(other) === numberOf(column));
    const url = column.content === 'ADDRESSES' ? column : undefined;
    const [title, publisher, published] = (['sourceTitle', 'publisher', 'published'] as const).map(beside);
    if (!url && !publisher) return [];
    const separator = url && separatorOf(url);
    return [
      ...(url ? [`url: ${this.use(url)}`] : []),
      ...(url && separator ? [`each: { column: ${scalar(url.name)}, separator: ${scalar(separator)} }`] : []),
      ...(url?.name.includes('[]') ? [`each: ${scalar(url.name.slice(0, url.name.lastIndexOf('[]') + 2))}`] : []),
      ...(title ? [`title: ${this.use(title)}`] : []),
      ...(publisher ? [`publisher: ${this.use(publisher)}`] : []),
      ...this.date('published', published),
    ];
  }

  /** Columns that stand in no record: a person looks at each of them. */
  private rest(): string[] {
    const rest = this.table.columns.filter((column) => !this.used.has(column));
    if (rest.length === 0) return [];
    return [
      '# Columns that stand in no record yet. To keep one, move it to the facts of a record:',
      '#   - { column: NAME, pair: WORD_IN_CAPITALS }',
      '# No column with names of victims, witnesses or private persons, or with ways to reach them, belongs into a record.',
      'ignore:',
      ...indented(2, [
        `- ${OPEN}   # Delete this line when you have looked at the columns below.`,
        ...rest.map((column) => `- ${scalar(column.name)}   # ${this.isSpared(column) ? UNSHOWN : this.about(column)}`),
      ]),
    ];
  }

  /** Whether a column may name victims, or expose somebody. */
  private isSpared(column: ColumnProfile): boolean {
    const meanings = [...PRIVATE, ...(this.subject === 'INCIDENTS' ? OF_NAMES : [])];
    return meanings.some((meaning) => this.meanings.get(meaning)?.includes(column));
  }

  private about(column: ColumnProfile): string {
    if (column.filled === 0) return 'empty';
    if (this.meanings.get('attachment')?.includes(column)) return 'a file, which may show people or places';
    if (this.meanings.get('countOfSome')?.includes(column)) return 'counts only some of those who came to harm';
    if (column.values.every((value) => POINT.test(value)))
      return `both coordinates in one cell, such as ${examples(column, 1)}: make two columns of it in the table`;
    return `filled in ${column.filled} of ${this.table.rows} rows, such as ${examples(column, 2)}`;
  }
}

/** What stands between several values of a column, as a part of its rule. */
function between(column: ColumnProfile): string {
  const separator = separatorOf(column);
  return separator === undefined ? '' : `, separator: ${scalar(separator)}`;
}

/** Whether columns are likely to tell rows apart. */
const isEnough = (columns: readonly ColumnProfile[]) => columns.length > 2 || columns.some(({ isUnique }) => isUnique);

/** The number of a heading such as `Source 2 date`. */
const numberOf = ({ name }: ColumnProfile) => /\d+/.exec(withoutNumber(name))?.[0];

const VOCABULARIES = { INCIDENT_KINDS: INCIDENT_KIND, UNIT_KINDS: UNIT_KIND };

const PRIVATE: readonly Meaning[] = ['harmed', 'private'];
/** Whoever is named in a list of incidents or of detainees may be a victim. */
const OF_NAMES: readonly Meaning[] = ['person', 'surname', 'givenName', 'alias', 'name'];
const UNSHOWN = 'may name victims, witnesses or private persons, or ways to reach them: leave it here';

const hasCountryCodes = ({ values }: ColumnProfile) => values.every((value) => /^[A-Z]{2}$/.test(value));

/** A column of yes and no, or of numbers; the sex of a person is none. */
const isFlagOfSexualViolence = ({ name, values }: ColumnProfile) =>
  mayBeSexualViolence(name.replace(/\b(sexe?|sexo)\b(?! (crime|abuse|assault|offen|slave|traffick))/giu, '')) &&
  values.every((value) => NO.test(value) || YES.test(value));

const YES = /^(\d+|y|yes|true|x|так|да|oui|s[ií]|نعم)$/i;
const NO = /^(0|no|none|false|n|ні|нет|non|لا|not reported|unknown)$/i;

const POINT = /^-?\d{1,2}\.\d+\s*[,; ]\s*-?\d{1,3}\.\d+/;

/** How many words of a closed list a person translates one by one. */
const MOST_WORDS = 15;
