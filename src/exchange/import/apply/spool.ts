import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Draft } from '../../../model/record/draft.js';
import { BATCH } from '../../../writing/change/write-records.js';
import type { Piece } from './drafts.js';

/** The pieces of an import in a file: read once from the sheets, then as often as needed, a part at a time. */
export class Spool {
  /** How many pieces, nodes and edges it holds. */
  pieces = 0;
  nodes = 0;
  edges = 0;

  constructor(readonly path: string) {}

  /** Writes the pieces as they come; only the owner may read them, since sources may be confidential. */
  async fill(pieces: AsyncIterable<Piece>): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    await this.write(pieces, this.path);
  }

  /** Puts other pieces in the place of its own. */
  async replace(change: (piece: Piece) => Piece): Promise<void> {
    const changed = `${this.path}.changed`;
    const own = this.stored();
    [this.pieces, this.nodes, this.edges] = [0, 0, 0];
    await this.write(
      (async function* () {
        for await (const piece of own) yield change(piece);
      })(),
      changed,
    );
    await rename(changed, this.path);
  }

  private write(pieces: AsyncIterable<Piece>, path: string): Promise<void> {
    return pipeline(Readable.from(this.lines(pieces)), createWriteStream(path, { mode: 0o600 }));
  }

  private async *stored(): AsyncGenerator<Piece> {
    const lines = createInterface({ input: createReadStream(this.path), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) yield JSON.parse(line) as Piece;
  }

  private async *lines(pieces: AsyncIterable<Piece>): AsyncGenerator<string> {
    for await (const piece of pieces) {
      this.pieces += 1;
      this.nodes += piece.nodes.length;
      this.edges += piece.edges.length;
      yield `${JSON.stringify(piece)}\n`;
    }
  }

  /** The pieces in parts of about as many nodes as one statement takes, always the same parts. */
  async *parts(): AsyncGenerator<Draft> {
    let part: Draft = { nodes: [], edges: [] };
    for await (const { origin: at, nodes, edges } of this.stored()) {
      const origin = { file: at.file, line: at.row };
      part.nodes.push(...nodes.map((node) => ({ ...node, origin })));
      part.edges.push(...edges.map((edge) => ({ ...edge, origin })));
      if (part.nodes.length < BATCH && part.edges.length < 4 * BATCH) continue;
      yield part;
      part = { nodes: [], edges: [] };
    }
    if (part.nodes.length > 0 || part.edges.length > 0) yield part;
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true });
  }
}
