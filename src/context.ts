import type { ManagedTransaction } from 'neo4j-driver';
import type { ApiKeys } from './accounts/api-keys.js';
import type { ReadAudit } from './accounts/reads.js';
import type { Imports } from './exchange/import/api/import-runs.js';
import type { Webhooks } from './exchange/webhooks/webhooks.js';
import type { Reader } from './graph/graph.js';
import { datasetOf } from './graph/query/dataset.cypher.js';
import { checkedLists } from './graphql/list-limits.js';
import type { Concern } from './graphql/needs.js';
import { createLoaders, type Loaders } from './loaders.js';
import { ApiError, type FieldError, Refusal } from './model/errors.js';
import { type Clearance, type Grants, type Lens, type View, viewOf } from './model/lens.js';
import { idUnder, type MergedInto } from './model/merged-id.js';
import { forbidden, isPermitted, type Permission } from './model/permissions.rules.js';
import { type CaseFileScope, CaseFiles } from './questions/case-file/case-file.loader.js';
import type { CaseFile } from './questions/case-file/case-file.rules.js';
import { narrow } from './questions/case-file/narrow.rules.js';
import type { ChangeOutcome, ChangeWork } from './writing/change/change.js';
import type { Editor } from './writing/change/editor.js';
import type { JournalRecord } from './writing/change/journal.js';

/** The result of a change, or why it was refused. */
export interface Attempt<T> {
  readonly result: T | null;
  readonly entry: JournalRecord | null;
  readonly userErrors: readonly FieldError[];
}

/** What a process does for editors, beside changes of the graph. */
export interface EditorTools {
  readonly apiKeys?: ApiKeys | undefined;
  readonly readAudit?: ReadAudit | undefined;
  readonly imports?: Imports | undefined;
  readonly webhooks?: Webhooks | undefined;
}

/**
 * What a resolver gets from the request: what its client may see, the loaders for a view, and whether the client may
 * write.
 */
export class Context {
  private readonly loadersByView = new Map<string, Loaders>();
  private readonly caseFiles: CaseFiles;

  constructor(
    readonly reader: Reader,
    readonly clearance: Clearance,
    /** An error where the clock could not be read: whatever then asks for a view fails by it. */
    private published: string | Error,
    private readonly writer?: Editor,
    private readonly tools: EditorTools = {},
    /** The levels that the client reaches in some datasets, where these are others than `clearance`. */
    readonly grants: Grants = {},
  ) {
    this.caseFiles = new CaseFiles(reader);
  }

  /** The instant through which the graph is published: the same for the whole request, but that it sees its own changes. */
  get through(): string {
    if (this.published instanceof Error) throw this.published;
    return this.published;
  }

  /**
   * Whether the sender has a permission: in the dataset, where one is named, else in any. Only who may write has more than
   * READ.
   */
  may(permission: Permission, dataset?: string): boolean {
    return permission === 'READ' || (this.writer !== undefined && isPermitted(this.writer.grant, permission, dataset));
  }

  /**
   * Throws an `ApiError` of the code FORBIDDEN for a sender without a permission. It says the same of a record that is
   * not there as of one in a dataset of others.
   */
  async demand(permission: Permission, { dataset, record, wholeGraph }: Concern = {}): Promise<void> {
    const isLimited = this.writer !== undefined && this.writer.grant.datasets !== null;
    if (!this.may(permission, dataset) || (wholeGraph && isLimited)) throw forbidden(permission);
    if (record === undefined || !isLimited) return;
    const [row] = await this.reader.rows<{ readonly dataset: string | null }>(datasetOf, { id: record });
    if (!this.may(permission, row?.dataset ?? '')) throw forbidden(permission);
  }

  /** What the journal calls the sender. Throws an `ApiError` of the code FORBIDDEN for who may not write. */
  get actor(): string {
    return this.editor.actor;
  }

  private get editor(): Editor {
    if (!this.writer) throw forbidden('WRITE');
    return this.writer;
  }

  /** The API keys of this graph. */
  get apiKeys(): ApiKeys {
    if (!this.may('ADMINISTER')) throw forbidden('ADMINISTER');
    if (!this.tools.apiKeys) throw new ApiError('FORBIDDEN', 'This server knows no API keys.');
    return this.tools.apiKeys;
  }

  /** Who read what is not public. */
  get readAudit(): ReadAudit {
    if (!this.may('ADMINISTER')) throw forbidden('ADMINISTER');
    if (!this.tools.readAudit) throw new ApiError('FORBIDDEN', 'This server keeps no audit of reads.');
    return this.tools.readAudit;
  }

  /** The imports of this process. */
  imports(): Imports {
    if (!this.may('IMPORT')) throw forbidden('IMPORT');
    if (!this.tools.imports) throw new ApiError('FORBIDDEN', 'This server takes no files.');
    return this.tools.imports;
  }

  /** Forgets what this process keeps of imports that holds redacted words; whoever redacts need not import. */
  async forgetImported(words: readonly string[]): Promise<void> {
    if (words.length > 0) await this.tools.imports?.forget(words);
  }

  /** The webhooks of this process. */
  webhooks(): Webhooks {
    if (!this.may('WEBHOOKS')) throw forbidden('WEBHOOKS');
    if (!this.tools.webhooks) throw new ApiError('FORBIDDEN', 'This server sends no webhooks.');
    return this.tools.webhooks;
  }

  /** Reads for an editor in one transaction that takes no turn among the writers. */
  plan<T>(work: (tx: ManagedTransaction) => Promise<T>): Promise<T> {
    return this.editor.read(work);
  }

  /** Changes the graph for an editor. Later reads of this request see the graph at the instant of the change. */
  async change<T>(work: ChangeWork<T>): Promise<ChangeOutcome<T>> {
    const changed = await this.editor.change(work);
    this.published = changed.through;
    return changed;
  }

  /** The same, but a refusal is an answer too: it says what is wrong with the input. */
  async attempt<T>(work: ChangeWork<T>): Promise<Attempt<T>> {
    return this.change(work).then(
      ({ result, entry = null }) => ({ result, entry, userErrors: [] }),
      (error: unknown) => ({ result: null, entry: null, userErrors: refusedBy(error) }),
    );
  }

  /** What is wrong with a change. The change is made and undone to find out. */
  async rehearse<T>(work: ChangeWork<T>): Promise<readonly FieldError[]> {
    return this.editor.rehearse(work).then(() => [], refusedBy);
  }

  /** The view of a root question: the client's clearance and grants under the lens it gave. */
  view(lens?: Lens | null): View {
    return viewOf(this.clearance, checkedLists(lens ?? {}, 'lens'), this.through, this.grants);
  }

  /** The view of a question below a root: its own lens where it gives one, else that of its parent. */
  viewUnder(parent: { readonly view: View }, lens?: Lens | null): View {
    return lens ? this.view(lens) : parent.view;
  }

  /**
   * The view for a question about a person or unit, with the id to ask by: a record that was merged into another was
   * still itself before the merge.
   */
  entityUnder(parent: MergedInto, lens?: Lens | null): { readonly id: string; readonly view: View } {
    const view = this.viewUnder(parent, lens);
    return { id: idUnder(parent, view), view };
  }

  /** A case file under the whole view. */
  async caseFile(scope: CaseFileScope, view: View): Promise<CaseFile> {
    return narrow(await this.caseFiles.open(scope, view), view);
  }

  loaders(view: View): Loaders {
    const key = JSON.stringify(view);
    const cached = this.loadersByView.get(key);
    if (cached) return cached;
    const loaders = createLoaders(this.reader, view);
    this.loadersByView.set(key, loaders);
    return loaders;
  }
}

/** Returns the errors of a refusal; throws any other error again. */
function refusedBy(error: unknown): readonly FieldError[] {
  if (error instanceof Refusal) return error.userErrors;
  throw error;
}
