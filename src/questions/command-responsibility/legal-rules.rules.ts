/**
 * The rules that an answer applies, each with its sentence, the case or text it rests on, and where that passage was read.
 * A basis that nobody read says so in its own words, wherever it is shown. Where a point of law is debated, it says how.
 */

/** Addresses at which texts were read: instruments by the articles cited, judgments in extracts with their paragraph numbers. */
const READ = {
  romeStatute:
    'https://github.com/statengeneraal/laws-markdown/blob/a96ab4406e914f61b6111535316fd521ac3146cb/verdrag/rome/statute/of/the/international/criminal/court/BWBV0001489/README.md',
  ictyStatute: 'https://icty.org/x/cases/kordic_cerkez/tjug/en/kor-tj010226e-3.htm',
  ictrStatute: 'https://zaki.ru/pagesnew.php?id=1121&page=9',
  presumptionOfControl: 'https://cld.irmct.org/notions/show/693/presumption-of-effective-control',
  deJureAuthority: 'https://cld.irmct.org/notions/show/234/de-jure-authority',
  indicatorsOfControl: 'https://cld.irmct.org/notions/show/448/indicators-of-effective-control',
  superiorRelationship: 'https://cld.irmct.org/notions/show/932/superior-subordinate-relationship',
  successor: 'https://cld.irmct.org/notions/show/925/successor-liability',
  reasonToKnow: 'https://cld.irmct.org/notions/show/405/had-reason-to-know-standard',
  measures: 'https://cld.irmct.org/notions/show/587/necessary-and-reasonable-measures',
  generalObligations: 'https://cld.irmct.org/notions/show/382/general-v-specific-obligations',
  controlDigest: 'https://www.casematrixnetwork.org/cmn-knowledge-hub/elements-digest/mol/superior-responsibility/m-3/',
  causationDigest: 'http://casematrixnetwork.org/cmn-knowledge-hub/elements-digest/mol/command-responsibility/m-4',
  successorDivision:
    'https://core-prod.cambridgecore.org/core/journals/leiden-journal-of-international-law/article/unravelling-the-confusion-concerning-successor-superior-responsibility-in-the-icty-jurisprudence/25366157EF8FE071C05E8BD356C55586',
  moloto: 'https://ru.scribd.com/document/264377252/Comman-Responsibility-by-Moloto',
  bembaDisposition:
    'https://latam.lejister.com/pop.php?Hash=d05408caccc29fce4be5eb82e9717912&from_section=citados&option=articulo',
  bembaRemoteness: 'https://www.ejiltalk.org/tag/remoteness/',
  bembaOpenPoints: 'http://www5.austlii.edu.au/au/journals/UNSWLawJlStuS/2021/39.html',
  handbook:
    'https://github.com/security-force-monitor/research-handbook/blob/0a4b74f16de8e07cf35847cb7d36e7aadabc440f/source/units_relations.rst',
} as const;

export const LEGAL_RULES = {
  R1: {
    sentence: 'A chain of command alone never lifts effective control above indicated.',
    basis:
      'Hadžihasanović and Kubura appeal judgment, paras 20 and 21, with the Čelebići appeal judgment that it quotes: power in law is a reasonable basis for assuming effective control, which has to be proven all the same; Karadžić trial judgment, para. 580',
    read: [READ.presumptionOfControl, READ.controlDigest],
  },
  R2: {
    sentence: 'An appointment shows status in law, and is one indicator of control among others.',
    basis: 'Hadžihasanović and Kubura appeal judgment, para. 189: authority in law is one factor only',
    read: [READ.deJureAuthority],
  },
  R3: {
    sentence: 'The end of a post does not erase indicators of control that are dated after it.',
    basis:
      'caution of this graph; compare the Mrkšić and Šljivančanin appeal judgment, para. 93: troops may in effect obey an officer whose authority in law was withdrawn',
    read: [READ.deJureAuthority],
  },
  R4: {
    sentence: 'Cooperating, coordinating or fighting alongside a force is not control over it.',
    basis: 'Hadžihasanović and Kubura appeal judgment, paras 203, 209 and 210',
    read: [READ.indicatorsOfControl],
  },
  R5: {
    sentence: 'Those who command in fact, and commanders of non-State forces, are superiors too.',
    basis:
      'Rome Statute, Article 28(a): “person effectively acting as a military commander”; Bemba, confirmation of charges (not checked against the text)',
    read: [READ.romeStatute],
  },
  R6: {
    sentence: 'Several superiors can hold control at the same time.',
    basis: 'Popović et al. appeal judgment, para. 1892',
    read: [READ.superiorRelationship],
  },
  R7: {
    sentence: 'It is enough that the perpetrators belong to a unit; they need no names.',
    basis: 'Blaškić appeal judgment, para. 217, as an article of Judge Moloto cites it',
    read: [READ.moloto],
  },
  R8: {
    sentence: 'There is no responsibility for crimes before command was assumed.',
    basis:
      'Hadžihasanović et al., decision on command responsibility of 16 July 2003, para. 51; Rome Statute, Article 28: crimes by forces or subordinates under effective control',
    read: [READ.successor, READ.romeStatute],
  },
  R9: {
    sentence:
      'A commander who came after the incident is a successor. Whether a successor must punish is a question of law: the answer names the rule, and grades the sources alone.',
    basis: 'Hadžihasanović et al., decision on command responsibility of 16 July 2003, para. 51',
    read: [READ.successor],
    debated:
      'For the ad hoc tribunals the decision of 2003 excluded it; judges were divided in a number of decisions, three to two; the Orić appeal judgment of 2008 left it open (not checked against the text). Under Article 28 the Bemba confirmation of charges asks for control at the time of the crimes (not checked against the text).',
    debateRead: [READ.successorDivision],
  },
  R10: {
    sentence: 'Earlier similar incidents by subordinates, reported before, indicate notice.',
    basis: 'Strugar appeal judgment, paras 303 and 304',
    read: [READ.reasonToKnow],
  },
  R11: {
    sentence: 'Notice from earlier incidents alone never lifts knowledge above indicated.',
    basis:
      'caution of this graph; compare the Hadžihasanović and Kubura appeal judgment on past offences of subordinates (not checked against the text)',
    read: [],
  },
  R12: {
    sentence:
      'Measures are assessed against what was in the power of the superior: each is shown with date, actor and effect.',
    basis:
      'Halilović appeal judgment, para. 63: reasonable measures are those within the material powers of the superior, and which they are is a matter of evidence',
    read: [READ.generalObligations],
  },
  R13: {
    sentence: 'Disciplinary, penal and reporting measures stay distinct, and none is presumed inadequate.',
    basis: 'Hadžihasanović and Kubura appeal judgment, paras 33, 142 and 154',
    read: [READ.measures],
  },
  R14: {
    sentence:
      'Preventing and punishing are two duties; what became known after the incident bears on punishing only, and what became known while it went on also on preventing the rest.',
    basis:
      'Statute of the ICTY, Article 7(3): “about to commit such acts or had done so”; Rome Statute, Article 28: “prevent or repress their commission or … submit the matter”',
    read: [READ.ictyStatute, READ.romeStatute],
  },
  R15: {
    sentence: 'Distance in links and in kilometres is context and is never graded.',
    basis:
      'caution of this graph; the Bemba appeal judgment, para. 191, as a commentary reports it, took the difficulties of a remote commander into account where it came to his measures',
    read: [READ.bembaRemoteness],
  },
  R16: {
    sentence:
      'Causation belongs to Article 28 only. It is never inferred from facts: a source must say so, or a finding under Article 28, which must find it.',
    basis: 'Rome Statute, Article 28: “as a result of his or her failure to exercise control properly”',
    read: [READ.romeStatute],
    debated:
      'How close the link must be, and whether a breach of the duty to punish needs one: the Bemba confirmation of charges asks for it only where the breach is of the duty to prevent; the Bemba appeal judgment of 2018 and its separate opinions did not settle it.',
    debateRead: [READ.causationDigest, READ.bembaOpenPoints],
  },
  R17: {
    sentence:
      'A reversed finding and an acquittal are shown under every test and marked. A reversed one supports nothing; both weigh only against the elements on which the reversal or acquittal is stated to have turned.',
    basis:
      'caution of this graph; an example is the Bemba appeal judgment of 8 June 2018, points 1 to 3 of its operative part',
    read: [READ.bembaDisposition],
  },
  R18: {
    sentence:
      'What NGOs or the media alone say never lifts the crime above indicated, and a sanction lifts nothing above it.',
    basis: 'caution of this graph',
    read: [],
  },
  R19: {
    sentence: 'A day that a source covers only imprecisely or by assumption is at most indicated.',
    basis: 'caution of this graph',
    read: [],
  },
  R20: {
    sentence: 'An administrative link is not a link of command.',
    basis:
      'Security Force Monitor, research handbook, on unit relations: “a formal, non-command relationship”, or one of which an administrative description is more accurate',
    read: [READ.handbook],
  },
  R21: {
    sentence:
      'An accusation is not its own evidence: a suspicion notice, warrant, charge or confirmation gives alleged at most, and lifts nothing that other sources show.',
    basis:
      'Rome Statute, Article 58(1)(a): “reasonable grounds to believe”; Article 61(7): “substantial grounds to believe”; Article 66',
    read: [READ.romeStatute],
  },
  R22: {
    sentence:
      'A finding supports the crime only if it names one, by a legal code or by its type, or if the incident is of a kind that is a crime by what it is. Bare facts, and violations that are called no crime, are context.',
    basis: 'caution of this graph, after the Rome Statute, Articles 5 to 8 bis; the kinds are in the vocabulary',
    read: [],
  },
  R23: {
    sentence: 'Short of a conviction by a court, beyond reasonable doubt, the crime is at most indicated.',
    basis: 'Rome Statute, Article 66(3): “beyond reasonable doubt”',
    read: [READ.romeStatute],
  },
  R24: {
    sentence:
      'A decision on superior responsibility rests on a breach of one of the duties of a superior: to prevent, or to punish, which under Article 28 is to repress or to submit the matter to the authorities. Where it does not say which, it lifts neither above indicated.',
    basis:
      'Rome Statute, Article 28(a)(ii) and (b)(iii); Statute of the ICTY, Article 7(3); Statute of the ICTR, Article 6(3)',
    read: [READ.romeStatute, READ.ictyStatute, READ.ictrStatute],
  },
  R25: {
    sentence:
      'Article 28(a) takes negligence: a commander has a duty to stay informed, so that notorious acts and earlier incidents in print can meet the test.',
    basis:
      'Rome Statute, Article 28(a)(i): “owing to the circumstances at the time, should have known”; which evidence meets it is a reading of this graph; Bemba, confirmation of charges (not checked against the text)',
    read: [READ.romeStatute],
  },
  R26: {
    sentence:
      'Article 28(b) asks for information that clearly indicated the crimes and that the superior had: what was in a newspaper, or notorious, does not meet the test; a report addressed to the superior can.',
    basis:
      'Rome Statute, Article 28(b)(i): “consciously disregarded information which clearly indicated”; which evidence meets it is a reading of this graph',
    read: [READ.romeStatute],
  },
  R27: {
    sentence:
      'Reason to know asks for information that was available to the superior and put them on notice. There is no duty to inquire: that an earlier incident was in print does not show that it was available to the superior.',
    basis:
      'Statute of the ICTY, Article 7(3): “had reason to know”; Čelebići appeal judgment (not checked against the text); which evidence meets it is a reading of this graph',
    read: [READ.ictyStatute],
  },
  R28: {
    sentence:
      'What a mode of participation asks for beside the crime is never inferred from a post or a chain: a source must say so, or a finding by that mode.',
    basis: 'caution of this graph',
    read: [],
  },
  R29: {
    sentence:
      'Article 28(a) is about military commanders and those who act as such in fact, Article 28(b) about other superiors. The role of a post or command in fact indicates which; a decision says so by the letter alone.',
    basis:
      'Rome Statute, Article 28(a): “military commander or person effectively acting as a military commander”; Article 28(b): relationships “not described in” (a)',
    read: [READ.romeStatute],
  },
} as const satisfies Readonly<Record<string, LegalRule>>;

export interface LegalRule {
  readonly sentence: string;
  /** The case or text; what of it nobody read is marked so. */
  readonly basis: string;
  /** Addresses at which the passages of the basis were read that are not marked as unread; a paragraph number stands only for those. */
  readonly read: readonly string[];
  /** What courts and judges differ about; absent where nothing of weight is known to us. */
  readonly debated?: string;
  /** Addresses at which that was read. */
  readonly debateRead?: readonly string[];
}

export type RuleId = keyof typeof LEGAL_RULES;

export const RULE_IDS = Object.keys(LEGAL_RULES) as RuleId[];
