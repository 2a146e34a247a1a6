/**
 * The rules that an answer applies, each with its sentence and the case or text it rests on. Paragraph numbers are left
 * out until they are checked against the judgments themselves.
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
      'A commander who came after the incident is a successor. The case-law of the ad hoc tribunals is divided; Article 28 does not cover it.',
    basis: 'Hadžihasanović, interlocutory decision of 16 July 2003, dissents; Bemba, confirmation of charges',
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
    sentence: 'Preventing and punishing are two duties; what became known after the incident bears on punishing only.',
    basis: 'Perišić appeal judgment',
  },
  R15: {
    sentence: 'Distance in links and in kilometres is context and is never graded.',
    basis: 'Bemba appeal judgment',
  },
  R16: {
    sentence: 'Causation belongs to Article 28 only, and is never inferred, only cited.',
    basis: 'Rome Statute, Article 28',
  },
  R17: {
    sentence: 'A reversed finding is shown and marked, and supports nothing.',
    basis: 'Bemba, trial judgment of 2016 and appeal judgment of 2018',
  },
  R18: {
    sentence:
      'An allegation of an NGO or the media alone never lifts the crime above indicated, and a sanction nothing at all.',
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
    basis: 'Rome Statute, Articles 58, 61 and 66: the standards of accusations, and the presumption of innocence',
  },
} as const;

export type RuleId = keyof typeof LEGAL_RULES;

export const RULE_IDS = Object.keys(LEGAL_RULES) as RuleId[];
