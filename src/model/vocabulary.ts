/** The closed vocabularies of the model: each word with the sentence that explains it in the GraphQL schema. */

export const ACCESS = {
  PUBLIC: 'Anybody may see it.',
  PARTNER: 'Only partner organizations and editors may see it.',
  CONFIDENTIAL: 'Only editors may see it.',
} as const;

export const CLAIM_STATUS = {
  ACCEPTED: 'Checked, and no other claim contradicts it.',
  CONFLICT: 'Another claim says something different; both are kept.',
  WORK_NEEDED: 'Entered, but not fully checked.',
  ISSUE: 'Something is wrong with the claim; an editor must look at it.',
} as const;

export const LEGACY_CONFIDENCE = {
  LOW: 'The imported record said "Low".',
  MEDIUM: 'The imported record said "Medium".',
  HIGH: 'The imported record said "High".',
} as const;

export const RELIABILITY = {
  A: 'Completely reliable.',
  B: 'Usually reliable.',
  C: 'Fairly reliable.',
  D: 'Not usually reliable.',
  E: 'Unreliable.',
  F: 'Reliability cannot be judged; this is not the worst grade but the absence of one.',
} as const;

export const UNIT_KIND = {
  ARMED_FORCES: 'The armed forces of a State, or a formation of them.',
  STATE: 'A State itself, where a source names it or its authorities and none of its organs.',
  GOVERNMENT: 'A government, or another civilian authority that is no ministry and no head of State.',
  PRESIDENCY: 'The office of a head of State.',
  MINISTRY: 'A ministry or department of a government.',
  POLICE: 'Police or gendarmerie.',
  INTELLIGENCE: 'An intelligence or security service.',
  NON_STATE_ARMED_GROUP: 'An armed group that is not part of the forces of a State.',
  MIXED_FORCES: 'Forces that a source names together, without distinction.',
} as const;

export const BODY_KIND = {
  COURT: 'A court or tribunal.',
  COMMISSION: 'A commission of inquiry or another fact-finding body.',
  AUTHORITY: 'A public authority: a government, ministry, prosecutor, sanctions office.',
  INTERGOVERNMENTAL: 'An organization of States or one of its organs.',
  LEGISLATURE: 'A parliament or one of its committees.',
  NGO: 'A non-governmental organization or a part of one.',
  NEWSPAPER: 'A newspaper, broadcaster or news site.',
  GAZETTEER: 'A publisher of place names and coordinates.',
} as const;

export const POST_ROLE = {
  COMMANDER: 'Commands the unit.',
  HEAD: 'Heads a civilian organization: president, minister, secretary general, director.',
  ACTING: 'Commands or heads it for the time being.',
  DEPUTY: 'Deputy of the commander or head.',
  CHIEF_OF_STAFF: 'Chief of staff of the unit.',
  STAFF: 'On the staff.',
  SPOKESPERSON: 'Speaks for it.',
  MEMBER: 'Belongs to it in another role.',
  UNKNOWN: 'The role is not stated, or not among the words for roles; it commands nothing.',
} as const;

/** The words of sources, in any language, that stand for words of one of our vocabularies. */
export const LEXICON = {
  ROLES: 'The words for roles.',
  UNIT_KINDS: 'The words for kinds of units.',
  INCIDENT_KINDS: 'The words for kinds of incidents.',
} as const;

/** Why a statement was entered with a doubt. */
export const DOUBT = {
  SOURCE_OLDER_THAN_DATE: 'A source came out before the date for which it is cited.',
  NO_DATE: 'The source gives no date, or none for an end that it states.',
  RANGE_REVERSED: 'The last date is before the first.',
  DATE_UNREADABLE: 'A date cannot be read.',
  SOURCE_UNKNOWN: 'A source that is named is not among the sources.',
  ROLE_UNKNOWN: 'The role is not among the words for roles; it commands nothing.',
  KIND_UNKNOWN: 'The kind is not among the words for kinds.',
  NAME_AMBIGUOUS: 'The name stands for more than one record.',
  AUTHORITY_UNKNOWN: 'It is not stated who made the finding.',
  POINT_DOUBTFUL: 'The point is hardly where the place is.',
} as const;

export const COMMAND_LINK_KIND = {
  COMMAND: 'Full command; part of the chain of command.',
  OPERATIONAL: 'Operational command or control; part of the chain of command.',
  ADMINISTRATIVE: 'Administration only; never carries command.',
  MEMBERSHIP: 'Belongs to a formation or organization; never carries command.',
  COOPERATION: 'Fights or works beside it; never carries command.',
  OTHER: 'Another link, or one whose kind is not recognised; never carries command.',
} as const;

export const POSITIONING_KIND = {
  SITE: 'A base, camp or headquarters.',
  AREA_OF_OPERATIONS: 'An area in which it operated.',
} as const;

export const AFFILIATION_KIND = {
  PART_OF: 'A section, department or committee of the whole.',
  ESTABLISHED_BY: 'Set up by the other body.',
} as const;

export const ATTRIBUTION_MODE = {
  PERPETRATOR: 'Carried it out.',
  CO_PERPETRATOR: 'Carried it out jointly with or through others.',
  COMMITTED: 'Committed it, alone, jointly with others or through others; the source does not say which.',
  ORDERED: 'Ordered it.',
  PLANNED: 'Planned it.',
  AIDED: 'Aided or abetted it.',
  FAILED_TO_CONTROL: 'Failed to control the forces that carried it out.',
  RESPONSIBLE_STATE: 'The State or its authorities are said to be responsible.',
  NAMED: 'Named together with others; the source does not say what it did.',
} as const;

export const INCIDENT_LINK_KIND = {
  PART_OF: 'It is a part of the other: a strike of a campaign, an attack of a siege.',
  SAME_EVENT: 'Both are accounts of one event, or of days that overlap; each keeps its own sources.',
} as const;

export const INCIDENT_KIND = {
  AGGRESSION: 'Use of armed force against the sovereignty of another State.',
  ATTACK: 'An attack; the source states no target.',
  KILLING: 'Unlawful or possibly unlawful killing of persons.',
  EXTRAJUDICIAL_EXECUTION: 'Killing of persons in the power of the perpetrator.',
  ATTACK_ON_CIVILIANS: 'Attack directed at civilians or that hits them.',
  ATTACK_ON_CIVILIAN_OBJECT: 'Attack on homes, theatres or other civilian objects.',
  ATTACK_ON_HEALTH_CARE: 'Attack on a hospital, ambulance or medical staff.',
  ATTACK_ON_EDUCATION: 'Attack on a school or other place of education.',
  ATTACK_ON_ENERGY_INFRASTRUCTURE: 'Attack on power plants, substations or the grid.',
  ATTACK_ON_MILITARY_OBJECTIVE: 'Attack on military bases or forces.',
  INDISCRIMINATE_ATTACK: 'Attack that does not distinguish military from civilian.',
  SIEGE: 'Encirclement that cuts civilians off.',
  DENIAL_OF_AID: 'Humanitarian relief is blocked or refused.',
  ENDANGERING_CIVILIANS: 'Forces expose civilians to attack, for instance by basing among them.',
  FORCIBLE_TRANSFER: 'Forcible transfer or deportation of civilians.',
  FAMILY_SEPARATION: 'Children are separated from their families.',
  FILTRATION: 'Abusive screening of civilians.',
  DISPLACEMENT: 'People flee their homes.',
  ARBITRARY_DETENTION: 'Detention without legal ground or due process.',
  TORTURE: 'Torture or other ill-treatment.',
  SEXUAL_VIOLENCE: 'Sexual violence; only admin area and month are ever stored.',
  UNFAIR_TRIAL: 'A trial that denies fair-trial guarantees.',
  REPRESSION_OF_EXPRESSION: 'Persecution of speech, press or protest.',
  MILITARY_USE_OF_PROTECTED_SITE: 'Forces use a plant, school, hospital or other protected site.',
  ILL_TREATMENT_OF_DETAINEES: 'A crime against persons in detention.',
} as const;

/**
 * Kinds of incidents that are a crime by what they are, each with the rule that makes them one. All other kinds are a crime
 * only by what made them so: the target, the harm expected, the ground of detention.
 */
export const CRIMES_BY_KIND: Readonly<Partial<Record<Word<typeof INCIDENT_KIND>, string>>> = {
  EXTRAJUDICIAL_EXECUTION: 'Murder and wilful killing: Rome Statute, Articles 7(1)(a), 8(2)(a)(i) and 8(2)(c)(i).',
  FORCIBLE_TRANSFER: 'Deportation or forcible transfer: Rome Statute, Articles 7(1)(d) and 8(2)(a)(vii).',
  TORTURE: 'Torture and inhuman treatment: Rome Statute, Articles 7(1)(f), 8(2)(a)(ii) and 8(2)(c)(i).',
  SEXUAL_VIOLENCE: 'Rape and other sexual violence: Rome Statute, Articles 7(1)(g), 8(2)(b)(xxii) and 8(2)(e)(vi).',
  ILL_TREATMENT_OF_DETAINEES: 'Inhuman or cruel treatment: Rome Statute, Articles 8(2)(a)(ii) and 8(2)(c)(i).',
};

/** Legal codes under which a body finds that the law was violated, but not that the violation is a crime: an act of aggression is one of a State. */
export const CODES_OF_NO_CRIME: readonly string[] = ['IHL_VIOLATION', 'IHRL_VIOLATION', 'ACT_OF_AGGRESSION', '8bis(2)'];

export const PRECISION = {
  EXACT_POINT: 'The exact place.',
  NEAR_POINT: 'Near the place.',
  ADMIN2: 'Somewhere in the town or district.',
  ADMIN1: 'Somewhere in the region.',
  AREA: 'Somewhere in an area without fixed borders.',
  COUNTRY: 'Somewhere in the country.',
  UNKNOWN: 'Not known.',
} as const;

export const LOCATION_KIND = {
  COUNTRY: 'A country.',
  REGION: 'A first-level admin area or a larger part of a country.',
  PLACE: 'A city, town or village.',
  FACILITY: 'A building, plant or other site.',
  AREA: 'An area without fixed borders.',
} as const;

export const CASUALTY_KIND = {
  KILLED: 'Persons killed.',
  INJURED: 'Persons injured.',
  DISPLACED: 'Persons who fled or were moved.',
  DETAINED: 'Persons detained.',
} as const;

export const FINDING_TYPE = {
  ALLEGATION: 'A statement that something happened or is a violation, without a stated standard of proof.',
  FACTUAL_FINDING: 'A fact found by a body after an inquiry of its own.',
  LEGAL_QUALIFICATION: 'A statement of which rule of law the facts fall under.',
  SUSPICION_NOTICE: 'Notice of suspicion, or a criminal case opened.',
  SANCTION: 'A listing by a sanctions authority.',
  WARRANT: 'A warrant of arrest.',
  CHARGE: 'An indictment or charge.',
  CONFIRMATION: 'Charges confirmed.',
  CONVICTION: 'A conviction, by a court only.',
  ACQUITTAL: 'An acquittal, by a court only.',
  STATE_RESPONSIBILITY: 'A finding against a State; never against a person.',
  FAIR_TRIAL_ASSESSMENT: 'A statement about the fairness of proceedings.',
  DISCONTINUANCE: 'Proceedings ended without a judgment.',
} as const;

/** What became of a finding by a day. */
export const FINDING_STATUS = {
  NOT_YET: 'Decided after that day.',
  STANDING: 'Decided, and not changed since by a finding in this graph.',
  AFFIRMED: 'Affirmed by a later finding.',
  REPLACED: 'Replaced by a later finding.',
  OVERTURNED: 'Reversed by a later finding. It stays visible, but supports nothing.',
} as const;

export const STANDARD_OF_PROOF = {
  REASONABLE_SUSPICION: 'Reasonable suspicion.',
  REASONABLE_BASIS: 'Reasonable basis to proceed.',
  REASONABLE_GROUNDS_TO_BELIEVE: 'Reasonable grounds to believe, or to conclude.',
  SUBSTANTIAL_GROUNDS_TO_BELIEVE: 'Substantial grounds to believe.',
  BALANCE_OF_PROBABILITIES: 'More likely than not.',
  CLEAR_AND_CONVINCING: 'Clear and convincing evidence.',
  FULLY_CONCLUSIVE: 'Fully conclusive evidence.',
  BEYOND_REASONABLE_DOUBT: 'Beyond reasonable doubt.',
  NOT_STATED: 'The source states no standard.',
} as const;

export const PROOF_DOMAIN = {
  CRIMINAL: 'Criminal proceedings.',
  STATE_RESPONSIBILITY: 'Proceedings against a State.',
  FACT_FINDING: 'Commissions, missions and NGO research.',
  ADMINISTRATIVE: 'Sanctions and other administrative acts.',
} as const;

export const CERTAINTY = {
  STATED: 'The body states it ("amounts to").',
  LIKELY: 'The body says that it is likely.',
  POSSIBLE: 'The body says that it is possible.',
  ALLEGED: 'The body calls it alleged, and takes no stand of its own.',
} as const;

export const NAME_KIND = {
  PREFERRED: 'The name under which it is listed.',
  ALIAS: 'Another name, spelling or short form.',
  TRANSLITERATION: 'The same name in another script.',
  FORMER: 'A former name.',
} as const;

export const INDICATOR_GROUP = {
  CONTROL: 'It concerns effective control.',
  KNOWLEDGE: 'It concerns knowledge.',
  MEASURE: 'It concerns measures that were taken or not taken.',
  FAILURE: 'It concerns a failure to act.',
  PARTICIPATION: 'It concerns taking part in the crime.',
} as const;

export const POLARITY = {
  SUPPORTS: 'It supports the element.',
  WEIGHS_AGAINST: 'It weighs against the element.',
} as const;

export const INDICATOR_CODE = {
  ORDERS_ISSUED_AND_FOLLOWED: 'Orders were issued and followed.',
  POWER_TO_DISCIPLINE: 'Power to discipline subordinates.',
  POWER_TO_PROMOTE_OR_DISMISS: 'Power to promote or dismiss.',
  FORMAL_APPOINTMENT: 'Formally appointed to the post.',
  TASKS_PERFORMED: 'Performed the tasks of a commander.',
  SENDING_OR_WITHDRAWING_FORCES: 'Sent forces into action or withdrew them.',
  RESUBORDINATING_UNITS: 'Placed units under other units.',
  CONTROL_OF_MEANS: 'Controlled weapons, money or transport.',
  OTHER_EXCLUSIVE_AUTHORITY: 'Another authority held exclusive control.',
  ORDERS_IGNORED: 'Orders were ignored.',
  BROKEN_CHAIN: 'The chain of command was broken.',
  SCALE_OF_ACTS: 'Number and scope of the acts.',
  TIME_AND_PLACE_OF_ACTS: 'When and where the acts happened.',
  SIMILAR_ACTS: 'Similar acts happened before.',
  STAFF_INVOLVED: 'Officers and staff were involved.',
  OWN_LOCATION: 'Where the superior was at the time.',
  REPORT_ADDRESSED: 'A report was addressed to the superior.',
  PUBLIC_NOTORIETY: 'The acts were publicly notorious.',
  CAUSATION_CITED: 'A source says that the failure of control led to the crimes.',
  WITHIN_RESPONSIBILITY: 'A source says that the activities were within the responsibility of the superior.',
  COMMON_PLAN_CITED: 'A source says that several persons shared a plan or purpose that included the crime.',
  CONTRIBUTION_CITED: 'A source says what the person contributed to the plan or purpose.',
  CONTROL_OF_CRIME_CITED: 'A source says that the person had control over the crime.',
  ORDER_CITED: 'A source says that the person ordered it.',
  ASSISTANCE_CITED: 'A source says that the person assisted in it.',
  INTENT_CITED: 'A source says what the person intended or was aware of.',
} as const;

/** What can show that a superior knew of crimes, or could have: indicators, and earlier similar incidents by subordinates. */
export const KNOWLEDGE_EVIDENCE = {
  SCALE_OF_ACTS: INDICATOR_CODE.SCALE_OF_ACTS,
  TIME_AND_PLACE_OF_ACTS: INDICATOR_CODE.TIME_AND_PLACE_OF_ACTS,
  SIMILAR_ACTS: INDICATOR_CODE.SIMILAR_ACTS,
  STAFF_INVOLVED: INDICATOR_CODE.STAFF_INVOLVED,
  OWN_LOCATION: INDICATOR_CODE.OWN_LOCATION,
  REPORT_ADDRESSED: INDICATOR_CODE.REPORT_ADDRESSED,
  PUBLIC_NOTORIETY: INDICATOR_CODE.PUBLIC_NOTORIETY,
  EARLIER_INCIDENT_ADDRESSED: 'A report on an earlier similar incident by subordinates was addressed to the superior.',
  EARLIER_INCIDENT_IN_PRINT:
    'An earlier similar incident by subordinates was in print, or what had happened of the incident while it went on.',
} as const;

export const MEASURE_KIND = {
  ORDER_TO_PREVENT: 'An order to prevent crimes.',
  ORDER_TO_STOP: 'An order to stop crimes.',
  REMINDER_OF_LAW: 'A reminder of the law.',
  TRAINING: 'Training in the law.',
  INQUIRY_OPENED: 'An inquiry was opened.',
  DISCIPLINE: 'Disciplinary action.',
  PENAL_REFERRAL: 'Referral to prosecutors.',
  REPORTED_UP: 'Reported to superiors.',
  COMMAND_CHANGE: 'A commander was replaced.',
  WITHDRAWAL_OF_UNIT: 'The unit was withdrawn.',
  RESIGNATION: 'The superior resigned.',
  NONE_REPORTED: 'A source says that no measure was taken.',
  PROMOTION_OR_HONOUR_AFTER: 'Promoted or honoured afterwards; context only.',
} as const;

/** What somebody asks of somebody: cessation, reparation and so on are the words of the law of responsibility. */
export const DEMAND_KIND = {
  CESSATION: 'That conduct stop: an aggression, attacks, the use of a weapon, a prosecution.',
  RESPECT_FOR_LAW: 'That the law be kept from now on.',
  PROTECTION: 'That civilians, or people at risk, be protected.',
  ACCESS_FOR_AID: 'That relief be let through, or people be let out in safety.',
  ASSISTANCE: 'That help be given: relief, funds, support for people at risk.',
  ACCOUNTABILITY: 'That those responsible be investigated, or brought to justice.',
  FAIR_TRIAL: 'That proceedings be fair, and victims take part in them.',
  SECURE_EVIDENCE: 'That evidence be collected, or kept safe.',
  REPARATION: 'That victims receive reparation.',
  RELEASE: 'That somebody be released.',
  MECHANISM: 'That an organ meet, resolve or be set up, or that a treaty be joined.',
} as const;

/** What a legal test of responsibility asks for, in the order of an answer. */
export const RESPONSIBILITY_ELEMENT = {
  UNDERLYING_CRIME: 'A crime was committed.',
  PERPETRATOR_LINK: 'Those who committed it belong to a unit that sources name.',
  SUPERIOR_STATUS: 'The person was a superior, in law or in fact.',
  KIND_OF_SUPERIOR:
    'The person was a superior of the kind that the test is about: a military commander or one who acts as such in fact, or another superior.',
  SUBORDINATION: 'The unit stood under the person.',
  EFFECTIVE_CONTROL: 'The person had the material ability to prevent or punish.',
  TEMPORAL_COINCIDENCE: 'The post and the links existed on the day of the incident.',
  KNOWLEDGE: 'The person knew, or met the lesser test of the framework.',
  WITHIN_RESPONSIBILITY: 'The crime concerned activities within the responsibility and control of the superior.',
  FAILURE_TO_PREVENT: 'The person did not take the measures in their power to prevent it.',
  FAILURE_TO_PUNISH_OR_SUBMIT:
    'The person did not take the measures in their power to punish it or to submit it to the authorities.',
  CAUSATION: 'The crime was a result of the failure to exercise control properly.',
  COMMON_PLAN: 'Several persons shared a plan or purpose that included the crime.',
  CONTRIBUTION: 'The person made the contribution that the test asks for.',
  CONTROL_OF_CRIME: 'The person had control over the crime, by their own part in it or over those who carried it out.',
  ORDER: 'The person ordered it.',
  ASSISTANCE: 'The person assisted in it.',
  INTENT: 'The person had the intent and awareness that the test asks for.',
} as const;

/** What became of a proposal. */
export const PROPOSAL_STATE = {
  OPEN: 'No editor has decided yet.',
  ACCEPTED: 'An editor made the change.',
  REJECTED: 'An editor decided not to make the change.',
} as const;

export const PROPOSED_ACTION = {
  CREATE: 'To add a record.',
  CORRECT: 'To correct a claim.',
  DISPUTE: 'To dispute a claim.',
  RETRACT: 'To retract a record.',
} as const;

/** The kinds of claims, as labels of the graph and types of the schema. */
export const CLAIM_KINDS = [
  'Posting',
  'CommandLink',
  'Positioning',
  'Affiliation',
  'Attribution',
  'IncidentLink',
  'Name',
  'Identifier',
  'Fact',
  'Indicator',
  'Measure',
  'Demand',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** The words of a vocabulary, in their order. */
export function words<T extends object>(vocabulary: T): [Extract<keyof T, string>, ...Extract<keyof T, string>[]] {
  return Object.keys(vocabulary) as [Extract<keyof T, string>, ...Extract<keyof T, string>[]];
}

export type Word<T extends object> = Extract<keyof T, string>;
