/**
 * The rules that an answer applies, each with its sentence and the case or text it rests on, and where a point of law is
 * debated, how. Paragraph numbers are left out until they are checked against the judgments themselves.
 */
export const LEGAL_RULES = {
  R1: {
    sentence: 'A chain of command alone never lifts effective control above indicated.',
    basis: 'Karadžić trial judgment; Perišić appeal judgment',
  },
  R2: {
    sentence: 'An appointment shows status in law, and is one indicator of control among others.',
    basis: 'Hadžihasanović and Kubura appeal judgment',
  },
  R3: {
    sentence: 'The end of a post does not erase indicators of control that are dated after it.',
    basis: 'Mrkšić and Šljivančanin appeal judgment',
  },
  R4: {
    sentence: 'Cooperating, coordinating or fighting alongside a force is not control over it.',
    basis: 'Hadžihasanović and Kubura appeal judgment',
  },
  R5: {
    sentence: 'Those who command in fact, and commanders of non-State forces, are superiors too.',
    basis: 'Bemba, confirmation of charges',
  },
  R6: {
    sentence: 'Several superiors can hold control at the same time.',
    basis: 'Popović appeal judgment',
  },
  R7: {
    sentence: 'It is enough that the perpetrators belong to a unit; they need no names.',
    basis: 'Blaškić appeal judgment',
  },
  R8: {
    sentence: 'There is no responsibility for crimes before command was assumed.',
    basis: 'Hadžihasanović, interlocutory decision of 16 July 2003',
  },
  R9: {
    sentence:
      'A commander who came after the incident is a successor. Whether a successor must punish is a question of law: the answer names the rule, and grades the sources alone.',
    basis: 'Hadžihasanović, interlocutory decision of 16 July 2003; Bemba, confirmation of charges',
    debated:
      'For the ad hoc tribunals: the decision of 2003 excluded it by majority with dissents; the Orić appeal judgment of 2008 left it open, while a majority of its judges doubted that decision. Under Article 28 the Bemba confirmation of charges asks for control at the time of the crimes.',
  },
  R10: {
    sentence: 'Earlier similar incidents by subordinates, reported before, indicate notice.',
    basis: 'Strugar appeal judgment',
  },
  R11: {
    sentence: 'Notice from earlier incidents alone never lifts knowledge above indicated.',
    basis: 'Hadžihasanović and Kubura appeal judgment',
  },
  R12: {
    sentence:
      'Measures are assessed against what was in the power of the superior: each is shown with date, actor and effect.',
    basis: 'Halilović appeal judgment',
  },
  R13: {
    sentence: 'Disciplinary, penal and reporting measures stay distinct, and none is presumed inadequate.',
    basis: 'Hadžihasanović and Kubura appeal judgment',
  },
  R14: {
    sentence:
      'Preventing and punishing are two duties; what became known after the incident bears on punishing only, and what became known while it went on also on preventing the rest.',
    basis: 'Perišić appeal judgment',
  },
  R15: {
    sentence: 'Distance in links and in kilometres is context and is never graded.',
    basis: 'Bemba appeal judgment',
  },
  R16: {
    sentence:
      'Causation belongs to Article 28 only. It is never inferred from facts: a source must say so, or a finding under Article 28, which must find it.',
    basis: 'Rome Statute, Article 28',
    debated:
      'How close the link must be, and whether a breach of the duty to punish needs one: the Bemba confirmation of charges asks for it only where the breach is of the duty to prevent; the judges of the Bemba appeal of 2018 differed.',
  },
  R17: {
    sentence:
      'A reversed finding and an acquittal are shown under every test and marked. A reversed one supports nothing; both weigh only against the elements on which the reversal or acquittal is stated to have turned.',
    basis: 'Bemba, trial judgment of 2016 and appeal judgment of 2018',
  },
  R18: {
    sentence:
      'What NGOs or the media alone say never lifts the crime above indicated, and a sanction lifts nothing above it.',
    basis: 'caution of this graph',
  },
  R19: {
    sentence: 'A day that a source covers only imprecisely or by assumption is at most indicated.',
    basis: 'caution of this graph',
  },
  R20: {
    sentence: 'An administrative link is not a link of command.',
    basis: 'Security Force Monitor, research handbook',
  },
  R21: {
    sentence:
      'An accusation is not its own evidence: a suspicion notice, warrant, charge or confirmation gives alleged at most, and lifts nothing that other sources show.',
    basis: 'Rome Statute, Articles 58, 61 and 66',
  },
  R22: {
    sentence:
      'A finding supports the crime only if it names one, by a legal code or by its type, or if the incident is of a kind that is a crime by what it is. Bare facts, and violations that are called no crime, are context.',
    basis: 'Rome Statute, Articles 5 to 8 bis; the kinds are in the vocabulary',
  },
  R23: {
    sentence: 'Short of a conviction by a court, beyond reasonable doubt, the crime is at most indicated.',
    basis: 'Rome Statute, Article 66(3)',
  },
  R24: {
    sentence:
      'A decision on superior responsibility rests on a breach of one of the two duties, to prevent or to punish. Where it does not say which, it lifts neither above indicated.',
    basis: 'Rome Statute, Article 28; Statute of the ICTY, Article 7(3); Statute of the ICTR, Article 6(3)',
  },
  R25: {
    sentence:
      'Article 28(a) takes negligence: a commander has a duty to stay informed, so that notorious acts and earlier incidents in print can meet the test.',
    basis: 'Rome Statute, Article 28(a)(i); Bemba, confirmation of charges',
  },
  R26: {
    sentence:
      'Article 28(b) asks for information that clearly indicated the crimes and that the superior had: what was in a newspaper, or notorious, does not meet the test; a report addressed to the superior can.',
    basis: 'Rome Statute, Article 28(b)(i)',
  },
  R27: {
    sentence:
      'Reason to know asks for information that was available to the superior and put them on notice. There is no duty to inquire: that an earlier incident was in print does not show that it was available to the superior.',
    basis: 'Čelebići appeal judgment; Strugar appeal judgment',
  },
  R28: {
    sentence:
      'What a mode of participation asks for beside the crime is never inferred from a post or a chain: a source must say so, or a finding by that mode.',
    basis: 'caution of this graph',
  },
  R29: {
    sentence:
      'Article 28(a) is about military commanders and those who act as such in fact, Article 28(b) about other superiors. The role of a post or command in fact indicates which; a decision says so by the letter alone.',
    basis: 'Rome Statute, Article 28; Bemba, confirmation of charges',
  },
} as const satisfies Readonly<Record<string, LegalRule>>;

export interface LegalRule {
  readonly sentence: string;
  readonly basis: string;
  /** What courts and judges differ about; absent where nothing of weight is known to us. */
  readonly debated?: string;
}

export type RuleId = keyof typeof LEGAL_RULES;

export const RULE_IDS = Object.keys(LEGAL_RULES) as RuleId[];
