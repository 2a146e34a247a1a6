import { describe, expect, test } from '@jest/globals';
import { fold } from '../../src/model/names/letters.js';
import { romanise, skeleton } from '../../src/model/names/romanisation.js';
import { searchQuery, searchText, searchTextOfName, wordsOf } from '../../src/model/names/search-text.js';

const ukrainian = (word: string) => romanise(word)[0];
const russian = (word: string) => romanise(word).at(-1);

describe('the official Ukrainian romanisation (Cabinet of Ministers, resolution 55 of 2010), in lower case', () => {
  test.each([
    ['Алушта', 'alushta'],
    ['Андрій', 'andrii'],
    ['Борщагівка', 'borshchahivka'],
    ['Вінниця', 'vinnytsia'],
    ['Гадяч', 'hadiach'],
    ['Богдан', 'bohdan'],
    ['Згурський', 'zghurskyi'],
    ['Розгон', 'rozghon'],
    ['Ґалаґан', 'galagan'],
    ['Ґорґани', 'gorgany'],
    ['Донецьк', 'donetsk'],
    ['Рівне', 'rivne'],
    ['Єнакієве', 'yenakiieve'],
    ['Гаєвич', 'haievych'],
    ['Житомир', 'zhytomyr'],
    ['Запоріжжя', 'zaporizhzhia'],
    ['Медвин', 'medvyn'],
    ['Іршава', 'irshava'],
    ['Їжакевич', 'yizhakevych'],
    ['Кадиївка', 'kadyivka'],
    ['Йосипівка', 'yosypivka'],
    ['Стрий', 'stryi'],
    ['Київ', 'kyiv'],
    ['Харків', 'kharkiv'],
    ['Біла', 'bila'],
    ['Стецько', 'stetsko'],
    ['Чернівці', 'chernivtsi'],
    ['Шостка', 'shostka'],
    ['Гоща', 'hoshcha'],
    ['Щербухи', 'shcherbukhy'],
    ['Юрій', 'yurii'],
    ['Корюківка', 'koriukivka'],
    ['Яготин', 'yahotyn'],
    ['Костянтин', 'kostiantyn'],
    ['Знам’янка', 'znamianka'],
    ["Знам'янка", 'znamianka'],
    ['Знамʼянка', 'znamianka'],
    ['Феодосія', 'feodosiia'],
    ['Згорани', 'zghorany'],
    ['ЗГУРСЬКИЙ', 'zghurskyi'],
  ])('%s is %s', (word, latin) => {
    expect(ukrainian(word)).toBe(latin);
  });
});

describe('the usual Russian romanisation, without diacritics', () => {
  test.each([
    ['Сергей', 'sergey'],
    ['Герасимов', 'gerasimov'],
    ['Шойгу', 'shoygu'],
    ['Кадыров', 'kadyrov'],
    ['Суровикин', 'surovikin'],
    ['Харьков', 'kharkov'],
    ['Валерий', 'valeriy'],
    ['Юрий', 'yuriy'],
    ['Яшин', 'yashin'],
    ['Объезд', 'obezd'],
    ['Щукин', 'shchukin'],
  ])('%s is %s', (word, latin) => {
    expect(russian(word)).toBe(latin);
  });

  test('follows the Ukrainian one where they differ', () => {
    expect(romanise('Сергей')).toEqual(['serhei', 'sergey']);
    expect(romanise('Донбас')).toEqual(['donbas']);
  });
});

describe('folding', () => {
  test.each([
    ['Agnès', 'agnes'],
    ['Łódź', 'lodz'],
    ['Großmann', 'grossmann'],
    ['Ødegård', 'odegard'],
    ['Đorđe', 'dorde'],
    ['Þór Æsir', 'thor aesir'],
    ['Семёнчиков', 'семенчиков'],
    ['Пу\u0301тин', 'путин'],
    ['Ｓｈｏｉｇｕ', 'shoigu'],
    ['Know\u00adles\u200b\u2060\u200d\u202e', 'knowles'],
    ['Пeтров with a Latin e', 'петров with a latin e'],
    ['Іvanov with a Cyrillic І', 'ivanov with a cyrillic і'],
    ['IZIUM', 'izium'],
    ['Київ', 'київ'],
    ['Йосипівка', 'йосипівка'],
    ['Знамʼянка', 'знам’янка'],
    ...[..."`'´ʹʻʼʽˈ‘’‛′＇"].map((apostrophe) => [`Знам${apostrophe}янка`, 'знам’янка'] as const),
  ])('takes case and diacritics from Latin letters and leaves Cyrillic letters whole: %s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('makes no difference between a letter and the same letter in two code points', () => {
    expect(fold('и\u0306')).toBe('й');
    expect(fold('Agne\u0300s')).toBe('agnes');
  });

  test('leaves a Latin word as its own romanisation', () => {
    expect(romanise('Agnès')).toEqual(['agnes']);
  });
});

describe('the skeleton of a name', () => {
  const skeletons = (word: string) => romanise(word).map(skeleton);
  const share = (one: string, other: string) => skeletons(one).some((form) => skeletons(other).includes(form));

  const families = [
    ['Serhii', 'Serhiy', 'Sergey', 'Sergei', 'Sergii', 'Сергій', 'Сергей'],
    ['Kadyrov', 'Kadirov', 'Кадиров', 'Кадыров'],
    ['Gerasimov', 'Herasymov', 'Герасимов'],
    ['Surovikin', 'Surovykin', 'Суровикин'],
    ['Zelenskyy', 'Zelenskyi', 'Zelenskiy', 'Зеленський', 'Зеленский'],
    ['Izium', 'Izyum', 'Ізюм', 'Изюм'],
    ['Kharkiv', 'Харків'],
    ['Kharkov', 'Харьков'],
    ['Yurii', 'Yuriy', 'Yuri', 'Iurii', 'Юрій', 'Юрий'],
    ['Zaporizhzhia', 'Zaporizhia', 'Запоріжжя'],
    ['Callamard', 'Calamard'],
    ['Щербанюк', 'Shcherbaniuk', 'Ščerbanjuk', 'Schtscherbanjuk', 'Chtcherbaniouk', 'Szczerbaniuk'],
    ['Зеленський', 'Selenskyj', 'Zełenski', 'Zelensky', 'Zelens’kyj'],
    ['Путин', 'Poutine', 'Путін'],
    ['Шойгу', 'Shoigu', 'Schoigu', 'Choïgou', 'Szojgu', 'Šojgu'],
    ['Герасимов', 'Gerassimow', 'Guerassimov', 'Gierasimow'],
    ['Суровикин', 'Surowikin', 'Sourovikine'],
    ['Хрущёв', 'Хрущев', 'Khrushchev', 'Chruschtschow', 'Khrouchtchev', 'Chruszczow', 'Chruščov', 'Khrushchyov'],
    ['Семёнчиков', 'Семенчиков', 'Semenchikov', 'Semyonchikov', 'Semjontschikow'],
    ['Чернігів', 'Tschernihiw', 'Tchernihiv', 'Černihiv'],
    ['Жириновский', 'Zhirinovsky', 'Schirinowski', 'Jirinovski', 'Żyrinowski', 'Žirinovskij'],
    ['Захарова', 'Zakharova', 'Sacharowa', 'Zacharowa', 'Zacharova'],
    ['Кузнецов', 'Kuznetsov', 'Kusnezow', 'Kouznetsov'],
    ['Пригожин', 'Prigozhin', 'Prigoschin', 'Prigojine', 'Prigożyn', 'Prigožin'],
    ['Лукашенко', 'Lukashenko', 'Lukaschenko', 'Loukachenko', 'Łukaszenko'],
    ['Лукашэнка', 'Lukashenka', 'Łukašenka', 'Lukašenka', 'Lukaschenka'],
    ['Магілёў', 'Mahilyow', 'Mahilioŭ', 'Mahiliou'],
    ['Жураўлёў', 'Zhurawlyow', 'Žuraŭlioŭ', 'Zhurauliou'],
    ['Барысаў', 'Barysaw', 'Barysaŭ', 'Barysau'],
    ['Воўк', 'Vowk', 'Voŭk', 'Vouk'],
    ['Іўе', 'Iwye', 'Iŭje', 'Iuye'],
    ['Віцебск', 'Vitsyebsk', 'Viciebsk', 'Vitsiebsk'],
    ['Слуцк', 'Slutsk', 'Sluck'],
    ['Навіцкі', 'Navitski', 'Navicki', 'Navitskiy'],
    ['Лунінец', 'Luninyets', 'Luniniec', 'Luniniets'],
    ['Хойнікі', 'Khoyniki', 'Chojniki', 'Khoiniki'],
    ['Смаргонь', 'Smarhon’', 'Smarhoń', 'Smarhon'],
    ['Ёсіф', 'Yosif', 'Josif', 'Iosif', 'Есіф', 'Yesif'],
    ['Хрэнін', 'Khrenin', 'Chrenin'],
    ['Милошевић', 'Milošević', 'Milosevic', 'Милошевич', 'Miloshevich'],
    ['Караџић', 'Karadžić', 'Karadzic', 'Караджич', 'Karadzhich'],
    ['Младић', 'Mladić', 'Mladic', 'Младич', 'Mladich'],
    ['Ђорђевић', 'Đorđević', 'Djordjevic', 'Dordevic'],
    ['Шешељ', 'Šešelj', 'Seselj'],
    ['Његош', 'Njegoš', 'Njegos', 'Njegosh'],
    ['Ѓорче', 'Gjorche', 'Ǵorče', 'Gjorce'],
    ['Ќосев', 'Kjosev', 'Ḱosev'],
    ['Џабир', 'Djabir', 'Džabir', 'Dzhabir'],
    ['Ѕвезда', 'Dzvezda'],
    ['Първанов', 'Parvanov', 'Pŭrvanov'],
    ['Щерев', 'Shterev', 'Šterev'],
    ['Кръстьо', 'Krastyo'],
    ['Қасым', 'Qasym', 'Kasym'],
    ['Jürgen', 'Juergen', 'Jurgen'],
    ['Đorđe', 'Djordje', 'Dorde'],
    ['Μητσοτάκης', 'Mitsotakis'],
    ['ბარაკ', 'Barak'],
  ];
  const pairs = families.flatMap((family) => family.slice(1).map((other) => [family[0] ?? '', other] as const));

  test.each(pairs)('is the same for the spellings %s and %s', (one, other) => {
    expect(share(one, other)).toBe(true);
  });

  test('is serhi for serhii and sergey', () => {
    expect([skeleton('serhii'), skeleton('sergey')]).toEqual(['serhi', 'serhi']);
  });

  test.each([
    ['Putin', 'Budin'],
    ['Shoigu', 'Choigu'],
    ['Kharkiv', 'Харьков'],
    ['Серегин', 'Сергей'],
    ['Lviv', 'Kyiv'],
    ['Izium', 'Irpin'],
    ['Жуков', 'Шуков'],
    ['Chernov', 'Shernov'],
    ['Petrova', 'Petrov'],
    ['Воўк', 'Волк'],
    ['Барысаў', 'Барысава'],
    ['Лунінец', 'Lunin'],
    ['Милошевић', 'Милошев'],
    ['Ђорђевић', 'Georgiev'],
    ['Караџић', 'Karadag'],
    ['Първанов', 'Перванов'],
    ['Щерев', 'Шерев'],
    ['Търново', 'Тернове'],
  ])('differs between the two names %s and %s', (one, other) => {
    expect(share(one, other)).toBe(false);
  });
});

describe('the words of a name', () => {
  test('are separated by anything that is neither letter, digit, apostrophe nor hyphen, and lose their apostrophes', () => {
    expect(wordsOf('64th Motor-Rifle Brigade (Bucha)')).toEqual([
      '64th',
      'motor-rifle',
      'motor',
      'rifle',
      'brigade',
      'bucha',
    ]);
    expect(wordsOf('Знам’янка')).toEqual(['знамянка']);
    expect(wordsOf('…')).toEqual([]);
  });

  test.each([
    ['People’s Liberation Army', '=pla'],
    ['Служба безпеки України', '=sbu'],
    ['Ministry of Defence', '=mod'],
  ])('of the name %s have an acronym in the index, %s, and in the query', (name, acronym) => {
    expect(searchTextOfName(name).split(' ')).toContain(acronym);
    expect(searchText(name).split(' ')).not.toContain(acronym);
    expect(searchQuery(name)).toContain(`${acronym}^1`);
  });

  test.each([
    'Tomas Anders',
    '72nd 93rd 3rd',
    'one two three four five six seven eight nine ten eleven twelve thirteen',
  ])('of the name %s have no acronym', (name) => {
    expect(searchTextOfName(name)).toBe(searchText(name));
  });

  test('go into the index as written, romanised, and as a skeleton, each once', () => {
    expect(searchText('Сергей')).toBe('сергей serhei sergey =serhi');
    expect(searchText('Kyiv, Kyiv')).toBe('kyiv =kiv =kivkiv');
    expect(searchText('Ig0r')).toBe('ig0r =ih0r =ihor');
  });
});
