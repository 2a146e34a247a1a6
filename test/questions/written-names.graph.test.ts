import { beforeAll, describe, expect, test } from '@jest/globals';
import { checkFiles, load } from '../../src/exchange/seed/load-datasets.js';
import { readLegalCodes } from '../../src/exchange/seed/read-datasets.js';
import { candidates } from '../exchange/reconciliation/client.js';
import { answer, emptyGraph, graph, RECORDED_AT, useGraph } from '../support/graph.js';
import { useServer } from '../support/server.js';
import { filesOf, smallDataset } from '../support/small-dataset.js';

/** Invented people, and their names as letters, phones, lists and other languages write them. */

useGraph();
const address = useServer();

/** The name that a source gives, and others: the first four differ in signs only and are the same name. */
// biome-ignore format: a table of names reads best in rows
const PEOPLE: readonly (readonly [stated: string, ...written: string[]])[] = [
  ['Юрій Щербанюк', 'ЮРІЙ ЩЕРБАНЮК', 'Юрій Щер\u00adбанюк', 'Юрій  Щербанюк', 'Юрій Щербан\u200bюк', 'Yurii Shcherbaniuk', 'Jurij Schtscherbanjuk', 'Iouri Chtcherbaniouk', 'Щербанюк Юрій'],
  ['Олег Мар’яненко', 'Олег Мар´яненко', 'Олег Мар‘яненко', 'Олег Мар′яненко', "Олег Мар'яненко", 'Oleh Marianenko', 'Oleg Maryanenko', 'Marianenko Oleh', 'О. Мар’яненко'],
  ['Пётр Семёнчиков', 'Петр Семенчиков', 'ПЁТР СЕМЁНЧИКОВ', 'Пётр Семе\u0308нчиков', 'Пётр\u200e Семёнчиков', 'Pyotr Semyonchikov', 'Petr Semenchikov', 'Pjotr Semjontschikow', 'Семенчиков П.'],
  ['Jürgen Großmannsky', 'JÜRGEN GROSSMANNSKY', 'Jurgen Grossmannsky', 'Ju\u0308rgen Großmannsky', 'jürgen großmannsky', 'Juergen Grossmannsky', 'Großmannsky, Jürgen', 'Dr. Jürgen Großmannsky', 'Jürgen Grosmannsky'],
  ['Søren Ødegårdsen', 'Soren Odegardsen', 'SØREN ØDEGÅRDSEN', 'Søren Ødega\u030ardsen', 'søren ødegårdsen', 'Soeren Oedegaardsen', 'Ødegårdsen Søren', 'Søren K. Ødegårdsen', 'Søren Ødegarsen'],
  ['Łukasz Wójcikski', 'Lukasz Wojcikski', 'ŁUKASZ WÓJCIKSKI', 'Łukasz Wo\u0301jcikski', 'łukasz wójcikski', 'Wójcikski Łukasz', 'Ł. Wójcikski', 'Łukasz Jan Wójcikski', 'Lukasz Wojciksky'],
  ['Đorđe Đurđevičin', 'Dorde Durdevicin', 'ĐORĐE ĐURĐEVIČIN', 'Đorđe Đurđevic\u030cin', 'đorđe đurđevičin', 'Djordje Djurdjevicin', 'Đurđevičin Đorđe', 'Đ. Đurđevičin', 'Đorđe Đurđevicin'],
  ['Сергей Хрулёвкин', 'Сергей Хрулевкин', 'СЕРГЕЙ ХРУЛЁВКИН', 'Сергей Хрулевкин\u200d', 'Сергeй Хрулёвкин', 'Sergei Khrulyovkin', 'Sergey Khrulevkin', 'Serguei Khroulevkine', 'Sergej Chruljowkin'],
  ['Maksym Zhyvotko', 'MAKSYM ZHYVOTKO', 'Maksym\u00a0Zhyvotko', 'Mаksym Zhyvоtko', 'maksym zhyvotko', 'Максим Животко', 'Maksim Zhivotko', 'Maxim Schiwotko', 'Maksym Żywotko'],
  ['Agnès d’Orsayne', 'Agnes d´Orsayne', 'AGNÈS D’ORSAYNE', 'Agne\u0300s d‘Orsayne', "Agnès d'Orsayne", 'Agnes Dorsayne', 'd’Orsayne, Agnès', 'A. d’Orsayne', 'Agnès Marie d’Orsayne'],
  ['Володимир Кузьменчук', 'ВОЛОДИМИР КУЗЬМЕНЧУК', 'Володимир Кузь\u00adменчук', 'Вoлoдимир Кузьменчук', 'володимир кузьменчук', 'Volodymyr Kuzmenchuk', 'Wolodymyr Kusmentschuk', 'Wołodymyr Kuźmenczuk', 'Кузьменчук В.'],
  ['Алексей Жарковичев', 'АЛЕКСЕЙ ЖАРКОВИЧЕВ', 'Алексей Жарко\u2060вичев', 'Алексей Жарковичёв', 'алексей жарковичев', 'Aleksei Zharkovichev', 'Alexej Scharkowitschew', 'Alexeï Jarkovitchev', 'Aleksej Žarkovičev'],
  ['Μιχάλης Στεφανίδης', 'Μιχαλης Στεφανιδης', 'ΜΙΧΑΛΗΣ ΣΤΕΦΑΝΙΔΗΣ', 'Μιχάλης Στεφανί\u00adδης', 'μιχάλης στεφανίδης', 'Michalis Stefanidis', 'Mikhalis Stefanidis', 'Στεφανίδης Μιχάλης', 'M. Stefanidis'],
  ['გიორგი ბარათელი', 'გიორგი  ბარათელი', 'გიორგი ბარა\u200bთელი', 'გიორგი\u00a0ბარათელი', 'გიორგი, ბარათელი', 'Giorgi Barateli', 'Georgi Barateli', 'ბარათელი გიორგი', 'G. Barateli'],
  ['Anton van der Bilteren', 'ANTON VAN DER BILTEREN', 'Anton van-der-Bilteren', 'Anton\u00a0van der Bilteren', 'anton van der bilteren', 'Anton Vanderbilteren', 'Antonvan der Bilteren', 'van der Bilteren, Anton', 'A. van der Bilteren'],
  ['Наталія Їжакевич-Юрченко', 'НАТАЛІЯ ЇЖАКЕВИЧ-ЮРЧЕНКО', 'Наталія Ï\u0436акевич-Юрченко', 'Наталія Їжакевич Юрченко', 'Наталія Їжакевич‐Юрченко', 'Nataliia Yizhakevych-Yurchenko', 'Natalia Izhakevich Yurchenko', 'Їжакевич-Юрченко Н.', 'Natalija Jischakewytsch-Jurtschenko'],
  ['Ibrahim bin Salman al-Tarawi', 'IBRAHIM BIN SALMAN AL-TARAWI', 'Ibrāhīm bin Salmān al-Tarāwī', 'Ibrahim bin Salman al Tarawi', 'Ibra\u00adhim bin Salman al-Tarawi', 'Ibrahim ben Salman el-Tarawi', 'Ibrahim Salman al-Tarawi', 'Ibrahim bin Salman Altarawi', 'Al-Tarawi, Ibrahim'],
  ['Федір Ґалаґанчук', 'ФЕДІР ҐАЛАҐАНЧУК', 'Федір Ґала\u00adґанчук', 'федір ґалаґанчук', 'Федiр Ґалаґанчук', 'Fedir Galaganchuk', 'Fedir Galagantschuk', 'Ґалаґанчук Федір', 'Fedir Halahanchuk'],
  ['Евгений Цыганковский', 'ЕВГЕНИЙ ЦЫГАНКОВСКИЙ', 'Евге\u0301ний Цыганко\u0301вский', 'Евгений Цыганковский\u200f', 'Eвгений Цыганковский', 'Yevgeny Tsygankovsky', 'Jewgeni Zygankowski', 'Evgueni Tsygankovski', 'Evgenij Cygankovskij'],
  ['John O’Brannigan', "JOHN O'BRANNIGAN", 'John O´Brannigan', 'John O‛Brannigan', 'john oʼbrannigan', 'John OBrannigan', 'J. O’Brannigan', 'O’Brannigan, John', 'Jonh O’Brannigan'],
  ['Андрій Соф’янчук', 'АНДРІЙ СОФ’ЯНЧУК', 'Андрій Соф`янчук', 'Андрій Соф\u02b9янчук', 'Андрiй Соф’янчук', 'Andrii Sofianchuk', 'Andrij Sofjantschuk', 'Andriy Sofyanchuk', 'Соф’янчук Андрій Петрович'],
  ['Леонид Воробьёвин', 'Леонид Воробьевин', 'ЛЕОНИД ВОРОБЬЁВИН', 'Леонид Воро\u200cбьёвин', 'леонид воробьёвин', 'Leonid Vorobyovin', 'Leonid Worobjowin', 'Léonid Vorobiovine', 'Воробьёвин, Леонид'],
  ['Kateřina Dvořáčková', 'Katerina Dvorackova', 'KATEŘINA DVOŘÁČKOVÁ', 'Kater\u030cina Dvořáčková', 'kateřina dvořáčková', 'Dvořáčková Kateřina', 'K. Dvořáčková', 'Kateřina Dvoráčkova', 'Kateřina J. Dvořáčková'],
  ['İbrahim Yıldızoğlu', 'Ibrahim Yildizoglu', 'İBRAHİM YILDIZOĞLU', 'i\u0307brahim yıldızoğlu', 'Ibrahim Yıldızoglu', 'Yıldızoğlu İbrahim', 'İ. Yıldızoğlu', 'Ibrahim Yildizogluu', 'Ibrahim Can Yildizoglu'],
  ['Þórður Æsirsson', 'Thordur Aesirsson', 'ÞÓRÐUR ÆSIRSSON', 'Þo\u0301rður Æsirsson', 'þórður æsirsson', 'Æsirsson Þórður', 'Þ. Æsirsson', 'Thordur Aesirson', 'Thórður Æsirsson'],
];
const QUERIES = PEOPLE.flatMap(([, ...written], at) =>
  written.map((text, place) => ({ id: `person-written-${at}`, text, isSame: place < 4 })),
);

beforeAll(async () => {
  await emptyGraph();
  const cites = [{ report: 'report-one' }];
  const people = PEOPLE.map(([name], at) => ({ id: `person-written-${at}`, names: [name], cites }));
  const small = smallDataset();
  const files = filesOf({ ...small, people: [...small.people, ...people] });
  await load(graph(), checkFiles([files], await readLegalCodes()), RECORDED_AT);
}, 120_000);

describe('of 200 ways to write the names of 25 people', () => {
  test('reconciliation has the person among ten candidates for 98 percent, and matches nobody else', async () => {
    expect(QUERIES).toHaveLength(200);
    const missing: string[] = [];
    for (const { id, text } of QUERIES) {
      const found = await candidates(address(), { query: text, type: 'Person' });
      expect(found.filter(({ match }) => match).map((one) => one.id)).toEqual(found[0]?.match ? [id] : []);
      if (!found.some((one) => one.id === id)) missing.push(text);
    }
    expect(missing.length).toBeLessThanOrEqual(4);
  });

  test('those that differ in signs alone are the same name, with a score of 100', async () => {
    const others: unknown[] = [];
    for (const { id, text } of QUERIES.filter(({ isSame }) => isSame)) {
      const [first] = await candidates(address(), { query: text, type: 'Person' });
      if (first?.id !== id || first.score !== 100) others.push([text, first?.id, first?.score]);
    }
    expect(others).toEqual([]);
  });

  test('search has the person among ten hits for 98 percent', async () => {
    const missing: string[] = [];
    for (const { id, text } of QUERIES) {
      const { search } = await answer('query ($text: String!) { search(text: $text) { record { id } } }', { text });
      if (!search.some(({ record }: { record: { id: string } }) => record.id === id)) missing.push(text);
    }
    expect(missing.length).toBeLessThanOrEqual(4);
  });
});
