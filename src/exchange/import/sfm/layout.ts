/** How a generation of spreadsheets is laid out: which column says what, and which columns hold the sources of it. */

/** A cell with the cells that give its sources and its confidence. Without `source`, the file itself is cited. */
export interface SheetField {
  readonly column: string;
  readonly source?: string;
  readonly confidence?: string;
  /** The cell of sources serves other columns too. */
  readonly shared?: true;
  /** The value holds several, separated by semicolons. */
  readonly many?: true;
}

/** A date in one cell, and split over three where the sheet has them. */
export interface DateField extends SheetField {
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
  /** A day of birth may lie in this century or in the last one, whatever the year of the sheet. */
  readonly mayBeLongAgo?: true;
}

export type EndWord = 'END' | 'LAST_CITED' | 'ASSUMED_TO_CONTINUE';

/** Both ends of a relation, and the flags that say how firm they are. */
export interface Span {
  readonly first: DateField;
  readonly last: DateField;
  readonly start?: string;
  readonly end?: string;
  readonly endWords: Readonly<Record<string, EndWord>>;
  /** Where the sheet has this column, it says how the range ends: E is an exact end, Y is assumed to go on. */
  readonly open?: string;
  /** An incident that has a date began then, and ended then. */
  readonly hard?: true;
}

/** A reference to another record: by its id, by its name, or both. */
export interface ReferenceColumn {
  readonly id?: string;
  readonly name: SheetField;
}

export interface LinkGroup {
  /** The column that says child or member; or what all links of this group are. */
  readonly relation: { readonly column: string } | { readonly always: 'child' | 'member' };
  readonly superior: ReferenceColumn;
  readonly relationClass?: SheetField;
  readonly span: Span;
}

export type PlaceKind = 'SITE' | 'AREA_OF_OPERATIONS';

export interface PlaceGroup {
  readonly kind: { readonly column: string } | { readonly always: PlaceKind };
  readonly place: SheetField;
  readonly base?: SheetField;
  readonly span: Span;
}

/** Columns that are claims on their own: the property of the fact, and where it stands. */
export interface FactField {
  readonly property: string;
  readonly field: SheetField;
  readonly date?: DateField;
}

/** What every sheet has: its own id and name, its status, and columns that stay out on purpose. */
export interface Sheet {
  readonly required: readonly string[];
  readonly status?: string;
  /** Rows that are not ready stay out: they are not written to the end. */
  readonly onlyReady?: true;
  readonly keptOut: readonly string[];
  /** Other spellings of columns. */
  readonly aliases?: Readonly<Record<string, string>>;
}

export interface EntitySheet extends Sheet {
  readonly id?: string;
  /** A row without an id is known by its name. */
  readonly idMayLack?: true;
  readonly name: SheetField;
  readonly otherNames?: SheetField;
  readonly country?: SheetField;
  readonly facts: readonly FactField[];
}

export interface UnitSheet extends EntitySheet {
  readonly classification: SheetField;
  /** When the unit itself is cited. */
  readonly existence?: Span;
  readonly links: readonly LinkGroup[];
  readonly places: readonly PlaceGroup[];
}

export interface PeopleSheet extends EntitySheet {
  readonly unit: ReferenceColumn;
  readonly role: SheetField;
  readonly title: SheetField;
  readonly rank: SheetField;
  readonly span: Span;
  /** The context of a start or an end, kept as a note. */
  readonly contexts: readonly SheetField[];
}

/** More facts on people declared elsewhere. */
export interface PeopleExtraSheet extends Sheet {
  readonly person: ReferenceColumn;
  readonly facts: readonly FactField[];
}

export interface SourceSheet extends Sheet {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly archivedUrl: string;
  readonly publishedOn: string;
  readonly retrievedAt: string;
  readonly restricted?: string;
  readonly sha256?: string;
  readonly pinpoint: { readonly type?: string; readonly value: string };
  readonly publication: { readonly id?: string; readonly name: string; readonly country?: string };
  /** Further columns, kept in the note: what to call them, and where they stand. */
  readonly notes: readonly (readonly [string, string])[];
}

export interface IncidentSheet extends Sheet {
  readonly id: string;
  readonly source: string;
  readonly span: Span;
  readonly place: string;
  readonly placeDescription: string;
  readonly kinds: string;
  readonly description: string;
  readonly perpetrators: readonly { readonly kind: 'person' | 'unit'; readonly id: string; readonly name: string }[];
  readonly facts: readonly FactField[];
}

export interface Layout {
  readonly sources?: SourceSheet;
  readonly units?: UnitSheet;
  readonly people?: PeopleSheet;
  readonly peopleExtra?: PeopleExtraSheet;
  readonly incidents?: IncidentSheet;
}

export type SheetName = keyof Layout;
