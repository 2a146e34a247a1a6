import { short } from './list.js';

/**
 * An answer as text that a person can review: one line for each statement, with its sources in brackets. What repeats in
 * an answer (the facts of a report, the sentence of a rule) is listed once, at the end. The text leaves out what is null,
 * false or empty, and content hashes: the hashes beside it hold those.
 */

/** A question with its variables and its answer. */
export interface Answered {
  readonly variables: object;
  readonly answer: unknown;
}

type Fields = Readonly<Record<string, unknown>>;
type Field = readonly [key: string, value: unknown];

/** Fields that hold the words of a source, or our paraphrase of a passage: the text quotes them. */
export const WORDS_OF_SOURCES = ['paraphrase', 'title', 'summary', 'asStated', 'standardAsStated'];

/** Fields that say what a line is about: they stand first, without their key. */
const SUBJECTS = ['says', 'sentence', 'name'];

/** Fields that need no key where an object has little else. */
const NAMES = [...SUBJECTS, '__typename', 'id', 'title'];

/** An answer without its content hashes, which change with everything that it rests on. */
export const withoutContentHashes = <T>(answer: T): T =>
  JSON.parse(JSON.stringify(answer, (key, value) => (key === 'contentHash' ? undefined : value)));

export function goldenText(question: string, answers: readonly Answered[]): string {
  const legend = new Legend();
  const sections = withoutContentHashes(answers).map(({ variables, answer }) => {
    const outline = new Outline(legend);
    return [`Asked with ${JSON.stringify(variables)}`, ...outline.lines('Answer', answer)].join('\n');
  });
  return `${[question, ...sections, ...legend.sections()].join('\n\n')}\n`;
}

/** The reports and rules that an answer names. */
class Legend {
  private readonly entries = { Reports: new Set<string>(), Rules: new Set<string>() };

  /** The short name of an entry, which is listed at the end with its facts. */
  name(section: 'Reports' | 'Rules', id: unknown, facts: readonly string[]): string {
    const name = short(String(id));
    this.entries[section].add(`${name}: ${facts.join(', ')}`);
    return name;
  }

  sections(): string[] {
    return Object.entries(this.entries)
      .filter(([, entries]) => entries.size > 0)
      .map(([title, entries]) => [title, ...[...entries].sort(byNumber).map((entry) => `  ${entry}`)].join('\n'));
  }
}

class Outline {
  constructor(private readonly legend: Legend) {}

  /** A value under its key: a line for each object, and below it, indented, what it holds. */
  lines(key: string, value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap((one) => this.lines(key, one));
    if (!isFields(value)) return [`${key}: ${value}`];
    const { sources, citations = sources, ...others } = value;
    const passages = isPassages(citations) ? citations : undefined;
    const fields = Object.entries(passages ? others : value).filter(([, inner]) => !isAbsent(inner));
    const facts = fields.filter(([, inner]) => isFact(inner));
    const parts = fields.filter(([, inner]) => !isFact(inner));
    const [only, ...more] = parts;
    const line = this.line(facts, passages);
    if (line === '' && only && more.length === 0) return this.lines(`${key} › ${only[0]}`, only[1]);
    const below = parts.flatMap(([name, inner]) => this.lines(name, inner)).map((text) => `  ${text}`);
    return [line === '' && below.length > 0 ? key : `${key}: ${line || 'none'}`, ...below];
  }

  private line(facts: readonly Field[], passages: readonly Fields[] | undefined): string {
    const isSubject = ([name]: Field) => SUBJECTS.includes(name);
    const subjects = facts.filter(isSubject).map(([, value]) => value);
    const others = facts.filter((fact) => !isSubject(fact)).map(([name, value]) => this.fact(name, value));
    const sources = passages && `[${passages.map((one) => this.passage(one)).join('; ')}]`;
    const parts = subjects.length > 0 ? [...subjects, sources, others.join(', ')] : [others.join(', '), sources];
    return parts.filter(Boolean).join(' ');
  }

  private fact(name: string, value: unknown): string {
    if (value === true) return name;
    const words = [value].flat().map((one) => this.words(name, one));
    return name === '__typename' ? words.join() : `${name} ${words.join(' + ')}`;
  }

  private words(name: string, value: unknown): string {
    if (isRule(value)) return this.legend.name('Rules', value.rule, [`${value.sentence} (${value.basis})`]);
    if (isFields(value))
      return Object.entries(value)
        .filter(([, inner]) => !isAbsent(inner))
        .map(([key, inner]) => (NAMES.includes(key) ? this.words(key, inner) : this.fact(key, inner)))
        .join(' ');
    return WORDS_OF_SOURCES.includes(name) ? `“${value}”` : String(value);
  }

  /** The passage of a source: `un-2022 para. 12`, or the title of the report where the answer gives no id. */
  private passage({ reportId, pinpoint, report, ...about }: Fields): string {
    const facts = Object.entries(about)
      .filter(([, value]) => !isAbsent(value))
      .map(([name, value]) => this.fact(name, value));
    const source = reportId === undefined ? this.words('report', report) : this.legend.name('Reports', reportId, facts);
    return [source, ...(isAbsent(pinpoint) ? [] : [pinpoint])].join(' ');
  }
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare;

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);

/** Whether a value is the sources or the citations of a statement, which may be none. */
const isPassages = (value: unknown): value is Fields[] =>
  Array.isArray(value) && value.every((one) => isFields(one) && ('reportId' in one || 'report' in one));

const isRule = (value: unknown): value is Fields =>
  isFields(value) && 'rule' in value && 'sentence' in value && 'basis' in value;

/** What fits in a line: a scalar, an object of one or two scalars such as `{ name }`, or a list of such. */
function isFact(value: unknown): boolean {
  if (Array.isArray(value))
    return value.every((one) => isFact(one) && !/ .* .* /.test(typeof one === 'string' ? one : ''));
  if (!isFields(value) || isRule(value)) return true;
  const inner = Object.values(value).filter((one) => !isAbsent(one));
  return inner.length > 0 && inner.length <= 2 && inner.every((one) => !isFields(one) && !Array.isArray(one));
}
