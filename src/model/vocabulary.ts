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

export const PRECISION = {
  EXACT_POINT: 'The exact place.',
  NEAR_POINT: 'Near the place.',
  ADMIN2: 'Somewhere in the town or district.',
  ADMIN1: 'Somewhere in the region.',
  AREA: 'Somewhere in an area that is no admin unit.',
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
