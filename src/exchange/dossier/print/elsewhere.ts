import { groupBy } from '../../../model/group.js';
import { ATTRIBUTION_MODE } from '../../../model/vocabulary.js';
import { inWords } from '../../../model/words.js';
import type { Dossier } from '../dossier.rules.js';
import type { DossierItem } from '../exhibits.rules.js';
import type { DossierFinding } from '../findings-part.rules.js';
import type { DossierPerson } from '../person-part.rules.js';
import { type Line, line, quiet, type TextSpan } from './block.js';
import { findingAnchor } from './findings.js';
import { noteSpans, postAnchor, postInWords } from './person.js';
import { capital, caveatSpans, type citing, coverInWords, itemLine, markInWords } from './wording.js';

/**
 * Statements in the tables of a person: decisions and posts stand elsewhere with all that there is to say, so that they
 * are named by their numbers here.
 */

type Cite = ReturnType<typeof citing>;

export class Elsewhere {
  private readonly decisions: ReadonlyMap<string, DossierFinding>;
  private readonly posts: ReadonlyMap<string, string>;
  private readonly parts: ReadonlyMap<string, string>;
  private readonly links: ReadonlySet<string>;

  constructor(
    { findings, named, chains }: Dossier,
    private readonly person: DossierPerson,
    private readonly cite: Cite,
  ) {
    this.decisions = new Map(findings.map((finding) => [finding.id, finding]));
    this.posts = new Map(person.posts.map((post, index) => [post.item.id, `${index + 1}`]));
    this.parts = new Map(
      named.flatMap(({ subject, attributions }) =>
        attributions.map(({ by, mode, item }) => [
          item.id,
          `${subject.name}, named by ${by.name}: ${ATTRIBUTION_MODE[mode].toLowerCase()}`,
        ]),
      ),
    );
    this.links = new Set(chains.flatMap(({ links }) => links.flatMap(({ items }) => items.map(({ id }) => id))));
  }

  /** Items in as few lines as can be: first the decisions, then the posts, then the others in their order. */
  lines(items: readonly DossierItem[]): Line[] {
    const isDecision = ({ id }: DossierItem) => this.decisions.has(id);
    const isPost = ({ id }: DossierItem) => this.posts.has(id);
    const others = items.filter((item) => !isDecision(item) && !isPost(item));
    return [
      ...this.decisionLines(items.filter(isDecision)),
      ...this.postLines(items.filter(isPost)),
      ...others.map((item) => this.lineOf(item)),
    ];
  }

  private lineOf(item: DossierItem): Line {
    const part = this.parts.get(item.id);
    if (part !== undefined) return line(part, ...this.cite(item.sources), ...caveatSpans(item));
    return itemLine(item, this.cite, ...(this.links.has(item.id) ? [] : noteSpans(item.note)));
  }

  /** Decisions of one kind by one body stand together, where the same is to be known of them. */
  private decisionLines(items: readonly DossierItem[]): Line[] {
    const decisions = items.flatMap((item) => {
      const finding = this.decisions.get(item.id);
      return finding ? [{ item, finding }] : [];
    });
    const alike = groupBy(decisions, ({ item, finding }) =>
      [finding.body.id, finding.type, ...item.marks, item.throughIncident?.id].join(' '),
    );
    return [...alike.values()].flatMap((some) => {
      const [first] = some;
      if (!first) return [];
      const numbers = some.map(({ finding }) => finding.number).sort((a, b) => a - b);
      const { body, type } = first.finding;
      return [
        line(
          numbers.length === 1 ? 'Decision ' : 'Decisions ',
          ...listed(numbers.map((number) => ({ text: String(number), to: findingAnchor(number) }))),
          `: ${inWords(type)}, ${body.name}.`,
          ...markSpans(first.item),
        ),
      ];
    });
  }

  /** One post with its words; several of which the same is to be known by their numbers. */
  private postLines(items: readonly DossierItem[]): Line[] {
    const alike = groupBy(items, ({ cover, marks }) => [cover, ...marks].join(' '));
    return [...alike.values()].flatMap((some) => {
      const [first] = some;
      if (!first) return [];
      const numbers = some
        .map(({ id }) => ({ text: this.posts.get(id) ?? '', to: postAnchor(id) }))
        .sort((a, b) => Number(a.text) - Number(b.text));
      const post = this.person.posts.find(({ item }) => item.id === first.id);
      const words = some.length === 1 && post ? `: ${postInWords(post)}` : '';
      const cover = first.cover && first.cover !== 'CITED' ? ` (${coverInWords(first.cover)})` : '';
      return [
        line(some.length === 1 ? 'Post ' : 'Posts ', ...listed(numbers), `${words}${cover}.`, ...markSpans(first)),
      ];
    });
  }
}

const listed = (spans: readonly TextSpan[]): (string | TextSpan)[] =>
  spans.flatMap((one, index) => (index > 0 ? [', ', one] : [one]));

const markSpans = ({ marks, throughIncident }: DossierItem): TextSpan[] =>
  marks.length === 0 ? [] : [quiet(` ${capital(marks.map((mark) => markInWords(mark, throughIncident)).join('; '))}.`)];
