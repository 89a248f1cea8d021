/**
 * Referral of a family to home visits, contract version 1.0.0.
 *
 * Comments tell in Italian what a value is needed for. Lengths, patterns and conditions are in the schemas.
 */

export type PathwayCode =
  | "joint_contact"
  | "already_in_charge";

/** PathwayCode, or a code of a later version. */
export type ReceivedPathwayCode = PathwayCode | (string & {});

export type ServiceTypeCode =
  | "family_advice_clinic"
  | "social_service"
  | "health_service"
  | "association"
  | "other";

/** ServiceTypeCode, or a code of a later version. */
export type ReceivedServiceTypeCode = ServiceTypeCode | (string & {});

export type AdultRoleCode =
  | "mother"
  | "father"
  | "other_carer";

/** AdultRoleCode, or a code of a later version. */
export type ReceivedAdultRoleCode = AdultRoleCode | (string & {});

export type ChannelCode =
  | "phone_call"
  | "text_message"
  | "email";

/** ChannelCode, or a code of a later version. */
export type ReceivedChannelCode = ChannelCode | (string & {});

export type YesNoUnknownCode =
  | "yes"
  | "no"
  | "unknown";

/** YesNoUnknownCode, or a code of a later version. */
export type ReceivedYesNoUnknownCode = YesNoUnknownCode | (string & {});

export type VulnerabilityFactorCode =
  | "low_education"
  | "low_income"
  | "single_parent"
  | "early_separation"
  | "young_mother"
  | "unwanted_pregnancy"
  | "no_support_network"
  | "maternal_depression"
  | "postpartum_depression"
  | "preterm_birth"
  | "other";

/** VulnerabilityFactorCode, or a code of a later version. */
export type ReceivedVulnerabilityFactorCode = VulnerabilityFactorCode | (string & {});

export type ObjectiveAreaCode =
  | "child"
  | "parenting"
  | "personal_growth"
  | "professional_training"
  | "coordination"
  | "health"
  | "socio_cultural"
  | "educational"
  | "psychological";

/** ObjectiveAreaCode, or a code of a later version. */
export type ReceivedObjectiveAreaCode = ObjectiveAreaCode | (string & {});

export type AgreementMannerCode =
  | "in_person"
  | "by_phone"
  | "in_writing";

/** AgreementMannerCode, or a code of a later version. */
export type ReceivedAgreementMannerCode = AgreementMannerCode | (string & {});

export interface ReferralReferrer {
  /** il referente sa con chi parlare */
  name: string;
  /** il referente sa che cosa può chiedere a questa persona */
  role?: string;
  /** il referente ritrova chi invia anche quando la persona cambia */
  organisation?: string;
  /** il Centro sa quali servizi della rete inviano famiglie */
  serviceType: ServiceTypeCode;
  /** il referente chiama chi invia */
  phone?: string;
  /** il referente scrive a chi invia */
  email?: string;
}

export interface ReferralDestination {
  /**
   * l’invio arriva al Centro che ha competenza sul territorio
   * Written as an id of data/centres.json.
   */
  centreId: string;
}

export interface ReferralFamilyAdults {
  /** il referente chiama la persona per nome */
  givenName: string;
  /** il referente non confonde due persone con lo stesso nome */
  familyName?: string;
  /** il referente sa a chi si rivolge la visita */
  role: AdultRoleCode;
}

export interface ReferralFamilyContact {
  /** il referente non chiama direttamente chi non può essere chiamato senza rischi */
  viaReferrer: boolean;
  /**
   * il referente usa il modo che la famiglia ha scelto
   * Required if viaReferrer is false.
   */
  channel?: ChannelCode;
  /**
   * il referente chiama la famiglia
   * Required if channel is "phone_call" or "text_message".
   */
  phone?: string;
  /**
   * il referente scrive alla famiglia
   * Required if channel is "email".
   */
  email?: string;
  /** il referente chiama quando la persona può parlare tranquilla */
  safeTimes?: string;
}

export interface ReferralFamilyChildren {
  /**
   * il referente conosce l’età e prepara il colloquio
   * Written as "YYYY-MM".
   */
  birthMonth: string;
}

export interface ReferralFamily {
  /**
   * serve a scegliere il Centro competente
   * Written as ISTAT's six digits.
   */
  municipality: string;
  /**
   * il referente sa chi chiamare e chi verrà al colloquio
   * 1 to 4 items.
   */
  adults: ReferralFamilyAdults[];
  /** la famiglia deve poter essere raggiunta in tempo e senza rischi */
  contact: ReferralFamilyContact;
  /** il percorso comincia già nella gravidanza */
  expecting: boolean;
  /**
   * il referente sa quanto tempo c’è prima della nascita
   * Required if expecting is true.
   * Absent unless expecting is true.
   * Written as "YYYY-MM".
   */
  dueMonth?: string;
  /**
   * il servizio è per chi ha figli con meno di 3 anni
   * Required if expecting is false.
   * 1 to 10 items.
   */
  children?: ReferralFamilyChildren[];
}

export interface ReferralInChargeObjectives {
  /** il referente sa quale servizio della rete può aiutare */
  area: ObjectiveAreaCode;
  /**
   * dice con parole concordate che cosa si vuole raggiungere
   * Health data (article 9 of Regulation (EU) 2016/679).
   */
  text: string;
}

export interface ReferralInCharge {
  /** il referente sa con chi fare il raccordo */
  services: ServiceTypeCode[];
  /** il referente sa che gli obiettivi non sono ancora stati scelti */
  objectivesToBeAgreed?: true;
  /**
   * la visita a casa continua il lavoro già cominciato
   * Absent if objectivesToBeAgreed is true.
   * 1 to 20 items.
   */
  objectives?: ReferralInChargeObjectives[];
}

export interface ReferralAgreement {
  /** senza accordo l’invio non parte */
  given: true;
  /**
   * l’accordo viene prima dell’invio
   * Written as "YYYY-MM-DD".
   */
  givenOn: string;
  /** il Centro può dimostrare come è stato dato */
  how: AgreementMannerCode;
  /** il Centro sa quale informativa ha ricevuto la famiglia */
  noticeVersion: string;
  /**
   * il Centro sa se la famiglia ha potuto capire l’informativa
   * Written as a BCP 47 tag: "ar", "zh-Hans".
   */
  noticeLanguage: string;
}

export interface Referral {
  /**
   * chi riceve sa con quale versione del contratto leggere l’invio
   * Written as "1.0".
   */
  schemaVersion: string;
  /**
   * chi riceve riconosce un invio arrivato due volte e può citarlo senza fare nomi
   * Written as a UUID in small letters.
   */
  referralId: string;
  /**
   * chi riceve sa in quale lingua la famiglia ha letto le domande
   * Written as a BCP 47 tag: "ar", "zh-Hans".
   */
  formLanguage: string;
  /**
   * il referente del Centro conta da qui i giorni entro cui chiamare la famiglia
   * Written as "YYYY-MM-DD".
   */
  sentOn: string;
  /** il referente sa se c’è già un servizio con cui concordare gli obiettivi */
  pathway: PathwayCode;
  /**
   * il referente del Centro sa a chi rispondere e a chi chiedere un chiarimento
   * At least one of: phone, email.
   */
  referrer: ReferralReferrer;
  /** l’invio arriva al Centro giusto */
  destination: ReferralDestination;
  /** il referente può chiamare la famiglia e preparare il primo colloquio */
  family: ReferralFamily;
  /** il Centro chiama una mediatrice prima del colloquio */
  mediator: YesNoUnknownCode;
  /**
   * il Centro sceglie la mediatrice e il materiale nella lingua giusta
   * Required if mediator is "yes".
   * Written as a BCP 47 tag: "ar", "zh-Hans".
   */
  preferredLanguage?: string;
  /**
   * il referente prepara il colloquio e pensa ai servizi da coinvolgere
   * Required if pathway is "already_in_charge".
   */
  vulnerability?: VulnerabilityFactorCode[];
  /**
   * l’elenco fa solo degli esempi, e il referente deve capire di che cosa si tratta
   * Required if vulnerability has "other" in it.
   * Absent unless vulnerability has "other" in it.
   * Health data (article 9 of Regulation (EU) 2016/679).
   */
  vulnerabilityOther?: string;
  /**
   * servizi e Centro definiscono insieme gli obiettivi del progetto
   * Required if pathway is "already_in_charge".
   * Absent unless pathway is "already_in_charge".
   * At least one of: objectives, objectivesToBeAgreed.
   */
  inCharge?: ReferralInCharge;
  /** l’invio si fa solo in accordo con la famiglia */
  agreement: ReferralAgreement;
  /** il referente organizza l’incontro tra i servizi */
  sharedReviewWanted?: boolean;
}

export interface ReceivedReferralReferrer {
  /** il referente sa con chi parlare */
  name: string;
  /** il referente sa che cosa può chiedere a questa persona */
  role?: string;
  /** il referente ritrova chi invia anche quando la persona cambia */
  organisation?: string;
  /** il Centro sa quali servizi della rete inviano famiglie */
  serviceType: ReceivedServiceTypeCode;
  /** il referente chiama chi invia */
  phone?: string;
  /** il referente scrive a chi invia */
  email?: string;
  /** What a later version may add. */
  [property: string]: unknown;
}

export interface ReceivedReferralDestination {
  /**
   * l’invio arriva al Centro che ha competenza sul territorio
   * Written as an id of data/centres.json.
   */
  centreId: string;
  /** What a later version may add. */
  [property: string]: unknown;
}

export interface ReceivedReferralFamilyAdults {
  /** il referente chiama la persona per nome */
  givenName: string;
  /** il referente non confonde due persone con lo stesso nome */
  familyName?: string;
  /** il referente sa a chi si rivolge la visita */
  role: ReceivedAdultRoleCode;
  /** What a later version may add. */
  [property: string]: unknown;
}

export interface ReceivedReferralFamilyContact {
  /** il referente non chiama direttamente chi non può essere chiamato senza rischi */
  viaReferrer: boolean;
  /**
   * il referente usa il modo che la famiglia ha scelto
   * Required if viaReferrer is false.
   */
  channel?: ReceivedChannelCode;
  /**
   * il referente chiama la famiglia
   * Required if channel is "phone_call" or "text_message".
   */
  phone?: string;
  /**
   * il referente scrive alla famiglia
   * Required if channel is "email".
   */
  email?: string;
  /** il referente chiama quando la persona può parlare tranquilla */
  safeTimes?: string;
  /** What a later version may add. */
  [property: string]: unknown;
}

export interface ReceivedReferralFamilyChildren {
  /**
   * il referente conosce l’età e prepara il colloquio
   * Written as "YYYY-MM".
   */
  birthMonth: string;
  /** What a later version may add. */
  [property: string]: unknown;
}

export interface ReceivedReferralFamily {
  /**
   * serve a scegliere il Centro competente
   * Written as ISTAT's six digits.
   */
  municipality: string;
  /**
   * il referente sa chi chiamare e chi verrà al colloquio
   * 1 to 4 items.
   */
  adults: ReceivedReferralFamilyAdults[];
  /** la famiglia deve poter essere raggiunta in tempo e senza rischi */
  contact: ReceivedReferralFamilyContact;
  /** il percorso comincia già nella gravidanza */
  expecting: boolean;
  /**
   * il referente sa quanto tempo c’è prima della nascita
   * Required if expecting is true.
   * Absent unless expecting is true.
   * Written as "YYYY-MM".
   */
  dueMonth?: string;
  /**
   * il servizio è per chi ha figli con meno di 3 anni
   * Required if expecting is false.
   * 1 to 10 items.
   */
  children?: ReceivedReferralFamilyChildren[];
  /** What a later version may add. */
  [property: string]: unknown;
}

export interface ReceivedReferralInChargeObjectives {
  /** il referente sa quale servizio della rete può aiutare */
  area: ReceivedObjectiveAreaCode;
  /**
   * dice con parole concordate che cosa si vuole raggiungere
   * Health data (article 9 of Regulation (EU) 2016/679).
   */
  text: string;
  /** What a later version may add. */
  [property: string]: unknown;
}

export interface ReceivedReferralInCharge {
  /** il referente sa con chi fare il raccordo */
  services: ReceivedServiceTypeCode[];
  /** il referente sa che gli obiettivi non sono ancora stati scelti */
  objectivesToBeAgreed?: true;
  /**
   * la visita a casa continua il lavoro già cominciato
   * Absent if objectivesToBeAgreed is true.
   * 1 to 20 items.
   */
  objectives?: ReceivedReferralInChargeObjectives[];
  /** What a later version may add. */
  [property: string]: unknown;
}

export interface ReceivedReferralAgreement {
  /** senza accordo l’invio non parte */
  given: true;
  /**
   * l’accordo viene prima dell’invio
   * Written as "YYYY-MM-DD".
   */
  givenOn: string;
  /** il Centro può dimostrare come è stato dato */
  how: ReceivedAgreementMannerCode;
  /** il Centro sa quale informativa ha ricevuto la famiglia */
  noticeVersion: string;
  /**
   * il Centro sa se la famiglia ha potuto capire l’informativa
   * Written as a BCP 47 tag: "ar", "zh-Hans".
   */
  noticeLanguage: string;
  /** What a later version may add. */
  [property: string]: unknown;
}

export interface ReceivedReferral {
  /**
   * chi riceve sa con quale versione del contratto leggere l’invio
   * Written as "1.0".
   */
  schemaVersion: string;
  /**
   * chi riceve riconosce un invio arrivato due volte e può citarlo senza fare nomi
   * Written as a UUID in small letters.
   */
  referralId: string;
  /**
   * chi riceve sa in quale lingua la famiglia ha letto le domande
   * Written as a BCP 47 tag: "ar", "zh-Hans".
   */
  formLanguage: string;
  /**
   * il referente del Centro conta da qui i giorni entro cui chiamare la famiglia
   * Written as "YYYY-MM-DD".
   */
  sentOn: string;
  /** il referente sa se c’è già un servizio con cui concordare gli obiettivi */
  pathway: ReceivedPathwayCode;
  /**
   * il referente del Centro sa a chi rispondere e a chi chiedere un chiarimento
   * At least one of: phone, email.
   */
  referrer: ReceivedReferralReferrer;
  /** l’invio arriva al Centro giusto */
  destination: ReceivedReferralDestination;
  /** il referente può chiamare la famiglia e preparare il primo colloquio */
  family: ReceivedReferralFamily;
  /** il Centro chiama una mediatrice prima del colloquio */
  mediator: ReceivedYesNoUnknownCode;
  /**
   * il Centro sceglie la mediatrice e il materiale nella lingua giusta
   * Required if mediator is "yes".
   * Written as a BCP 47 tag: "ar", "zh-Hans".
   */
  preferredLanguage?: string;
  /**
   * il referente prepara il colloquio e pensa ai servizi da coinvolgere
   * Required if pathway is "already_in_charge".
   */
  vulnerability?: ReceivedVulnerabilityFactorCode[];
  /**
   * l’elenco fa solo degli esempi, e il referente deve capire di che cosa si tratta
   * Required if vulnerability has "other" in it.
   * Absent unless vulnerability has "other" in it.
   * Health data (article 9 of Regulation (EU) 2016/679).
   */
  vulnerabilityOther?: string;
  /**
   * servizi e Centro definiscono insieme gli obiettivi del progetto
   * Required if pathway is "already_in_charge".
   * Absent unless pathway is "already_in_charge".
   * At least one of: objectives, objectivesToBeAgreed.
   */
  inCharge?: ReceivedReferralInCharge;
  /** l’invio si fa solo in accordo con la famiglia */
  agreement: ReceivedReferralAgreement;
  /** il referente organizza l’incontro tra i servizi */
  sharedReviewWanted?: boolean;
  /** What a later version may add. */
  [property: string]: unknown;
}
