import type { Dossier } from '../../../src/exchange/dossier/dossier.rules.js';
import type { Block, Line, Row } from '../../../src/exchange/dossier/print/block.js';
import { chartOf } from '../../../src/exchange/dossier/print/chart.js';
import { documentOf } from '../../../src/exchange/dossier/print/document.js';
import { linkLabel } from '../../../src/exchange/dossier/print/wording.js';

/** A printed document as text that a person can review; hashes, versions and the day of making are left out. */
export function asText(dossier: Dossier): string {
  const fixed = { ...dossier, madeOn: '2026-01-01' };
  const text = documentOf(fixed).blocks.map(blockText).join('\n');
  const hashes = text.replace(/\b[0-9a-f]{64}\b/g, '(hash)').replace(/, version [0-9a-f]{16}/g, '');
  return `${hashes.replace(/\n{3,}/g, '\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.is) {
    case 'TITLE':
      return `${block.kind.toUpperCase()}: ${block.title}\n${block.about}`;
    case 'HEADING':
      return `\n${block.depth === 1 ? '#' : '##'} ${block.text}`;
    case 'CONTENTS':
      return '(contents)';
    case 'TEXT':
      return lineText(block.line);
    case 'FRAME':
      return block.lines.map((line) => `| ${lineText(line)}`).join('\n');
    case 'FIELDS':
      return block.fields.map(({ name, lines }) => `${name}: ${lines.map(lineText).join('\n  ')}`).join('\n');
    case 'TABLE':
      return [`[${block.columns.map(({ name }) => name).join(' | ')}]`, ...block.rows.map(rowText)].join('\n');
    case 'CHART':
      return chartOf(block.chain)
        .map(({ cells, wires }) => {
          const units = cells.flatMap(({ unit }) => (unit ? [`[${unit.unit.name}]`] : [])).join(' ');
          const links = wires.filter(({ leavesUnit }) => leavesUnit).map(({ link }) => linkLabel(link).join(', '));
          return [...(links.length > 0 ? [`  ^ ${links.join(' ^ ')}`] : []), units].join('\n');
        })
        .join('\n');
  }
}

const lineText = (line: Line) => line.map(({ text }) => text).join('');

const rowText = ({ cells }: Row) => `- ${cells.map((cell) => cell.map(lineText).join(' / ')).join(' | ')}`;
