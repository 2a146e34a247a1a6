/** The codes that FollowTheMoney 4.11 takes. A test holds both lists against its own. */

/**
 * Countries whose codes it leaves as they are. It drops others, or takes them for other countries: codes that are free
 * for private use are islands of the United States to it.
 */
export const COUNTRIES: ReadonlySet<string> = new Set(
  (
    'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by ' +
    'bz ca cc cd cf cg ch ci ck cl cm cn co cp cq cr cu cv cw cx cy cz dd de dg dj dk dm do dz ec ee eg eh er es et ' +
    'eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu ic id ie il im ' +
    'in io ip iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me ' +
    'mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph ' +
    'pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz ta ' +
    'tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um un us uy uz va vc ve vg vi vn vu wf ws xk ye yt za zm ' +
    'zr zw zz'
  ).split(' '),
);

/** Languages by two letters, and the three that it wants. */
export const LANGUAGES: ReadonlyMap<string, string> = new Map(
  (
    'af:afr am:amh ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:ces da:dan de:deu el:ell en:eng es:spa et:est ' +
    'fa:fas fi:fin fr:fra ga:gle he:heb hi:hin hr:hrv hu:hun hy:hye id:ind in:ind is:isl it:ita iw:heb ja:jpn ka:kat ' +
    'kk:kaz km:khm kn:kan ko:kor ky:kir lb:ltz lo:lao lt:lit lv:lav mk:mkd mn:mon mo:ron ms:msa mt:mlt my:mya ne:nep ' +
    'nl:nld no:nor pl:pol ps:pus pt:por ro:ron ru:rus si:sin sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa ta:tam te:tel ' +
    'tg:tgk th:tha tk:tuk tl:tgl tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
