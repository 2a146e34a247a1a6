import { CaseFiles, type Opening } from './evidence/evidence.loader.js';
import { type CaseFile, narrow } from './evidence/evidence.rules.js';
import type { Reader } from './graph/graph.js';
import { createLoaders, type Loaders } from './loaders.js';
import { checkedLists } from './shared/checked.js';
import { type Clearance, type Lens, type View, viewOf } from './shared/lens.js';

/** What a resolver gets of the request: what its client may see, and the loaders for a view. */
export class Context {
  private readonly kept = new Map<string, Loaders>();
  private readonly caseFiles: CaseFiles;

  constructor(
    readonly reader: Reader,
    readonly clearance: Clearance,
    /** The instant through which the graph is published, the same for the whole request. */
    readonly through: string,
  ) {
    this.caseFiles = new CaseFiles(reader);
  }

  /** The view of a root question: the client's clearance under the lens it gave. */
  view(lens?: Lens | null): View {
    return viewOf(this.clearance, checkedLists(lens ?? {}, 'lens'), this.through);
  }

  /** The view of a question below a root: its own lens where it gives one, else that of its parent. */
  viewUnder(parent: { readonly view: View }, lens?: Lens | null): View {
    return lens ? this.view(lens) : parent.view;
  }

  /** A case file under the whole view. */
  async caseFile(opening: Opening, view: View): Promise<CaseFile> {
    return narrow(await this.caseFiles.open(opening, view), view);
  }

  loaders(view: View): Loaders {
    const key = JSON.stringify(view);
    const kept = this.kept.get(key);
    if (kept) return kept;
    const loaders = createLoaders(this.reader, view);
    this.kept.set(key, loaders);
    return loaders;
  }
}
