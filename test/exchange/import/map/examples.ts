import { readPage } from '../../../support/pages.js';

/** The examples of docs/importing/map.md, word for word. */

const page = await readPage('docs/importing/map.md');

/** The code block that follows the first line that begins with a name. */
export function fileOf(name: string): string {
  const [, text] =
    new RegExp(`^\`${name.replace(/\./g, '\\.')}\`.*\\n\\n\`\`\`\\w+\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page.text) ??
    [];
  if (text === undefined) throw new Error(`the page has no block for ${name}`);
  return text;
}
