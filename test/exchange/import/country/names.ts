/** Invented names, in Latin and in Cyrillic letters: made of syllables, so that nobody and no place bears them. */

type Syllable = readonly [latin: string, cyrillic: string];

const PLACE_STARTS: readonly Syllable[] = [
  ['Zorv', 'Зорв'],
  ['Ulvi', 'Улві'],
  ['Drenn', 'Дрен'],
  ['Hesk', 'Геск'],
  ['Quarro', 'Кварро'],
  ['Lurva', 'Лурва'],
  ['Brask', 'Браск'],
  ['Ystri', 'Істрі'],
  ['Fennu', 'Фенну'],
  ['Gralv', 'Гралв'],
  ['Klemmo', 'Клеммо'],
  ['Jorvu', 'Йорву'],
];
const PLACE_MIDDLES: readonly Syllable[] = [
  ['ad', 'ад'],
  ['imv', 'імв'],
  ['onth', 'онт'],
  ['ushk', 'ушк'],
  ['elp', 'елп'],
];
const PLACE_ENDS: readonly Syllable[] = [
  ['ovane', 'оване'],
  ['umar', 'умар'],
  ['istel', 'істел'],
  ['evrik', 'еврик'],
  ['adorn', 'адорн'],
];

const GIVEN_NAMES =
  'Orvin,Taveko,Ishmen,Delka,Ruvan,Mirrek,Sothen,Vaskil,Ennor,Jolvar,Kesmi,Ustan,Plenko,Arvid,Zemmo,Hildren'.split(',');
const FAMILY_STARTS = 'Vrask,Tolm,Kesh,Druv,Ilm,Barq,Sunv,Hrot,Pelk,Yorm,Zhent,Ovul,Grisk,Nelv,Frum,Ajst'.split(',');
const FAMILY_MIDDLES = 'a,e,ou,ir,an,esk,ul,om'.split(',');
const FAMILY_ENDS = 'dar,vekko,nthas,lurin,sholm,mavri,tuul,qenn'.split(',');

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const again = (round: number) => (round === 0 ? '' : ` ${round + 1}`);

/** The place of a number, in both alphabets: another for each of the first three hundred. */
export function placeOf(number: number): { readonly latin: string; readonly cyrillic: string } {
  const [middle, end] = [
    Math.floor(number / PLACE_STARTS.length),
    Math.floor(number / PLACE_STARTS.length / PLACE_MIDDLES.length),
  ];
  const round = again(Math.floor(end / PLACE_ENDS.length));
  const parts = [at(PLACE_STARTS, number), at(PLACE_MIDDLES, middle), at(PLACE_ENDS, end)];
  const spellingIn = (alphabet: 0 | 1) => parts.map((part) => part[alphabet]).join('') + round;
  return { latin: spellingIn(0), cyrillic: spellingIn(1) };
}

/** The family name of a number: another for each of the first thousand. */
function familyOf(number: number): string {
  const [middle, end] = [
    Math.floor(number / FAMILY_STARTS.length),
    Math.floor(number / FAMILY_STARTS.length / FAMILY_MIDDLES.length),
  ];
  const parts = [at(FAMILY_STARTS, number), at(FAMILY_MIDDLES, middle), at(FAMILY_ENDS, end)];
  return parts.join('') + again(Math.floor(end / FAMILY_ENDS.length));
}

/** The person of a number: no two bear one name, for the sheets know people by nothing else. */
export function personOf(number: number): { readonly name: string; readonly initial: string } {
  const [givenName, family] = [at(GIVEN_NAMES, number), familyOf(Math.floor(number / GIVEN_NAMES.length))];
  return { name: `${givenName} ${family}`, initial: `${givenName.charAt(0)}. ${family}` };
}

/** What each level of the forces is called, from the top down. */
const ECHELONS: readonly Syllable[] = [
  ['General Command', 'головне командування'],
  ['Army Command', 'командування армії'],
  ['Military Region', 'військовий округ'],
  ['Corps', 'корпус'],
  ['Division', 'дивізія'],
  ['Brigade', 'бригада'],
  ['Regiment', 'полк'],
  ['Battalion', 'батальйон'],
  ['Company', 'рота'],
  ['Platoon', 'взвод'],
];

/** What a unit of a level is called: ten levels have words of their own, and what lies deeper shares the last. */
export const echelonOf = (level: number): Syllable => ECHELONS[Math.min(level, ECHELONS.length - 1)] as Syllable;

/** A publication of a number. */
export function publicationOf(number: number): string {
  const kinds = ['Courier', 'Broadcasting Service', 'Defence Bulletin', 'Evening Post', 'Open Records Office'];
  return `${placeOf(number * 7).latin} ${at(kinds, number)}`;
}
