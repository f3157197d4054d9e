import { texts } from '../parts/texts.tsx'
import type {
  ApplicationStatus,
  ConsentState,
  DossierStatus,
  FieldGroup,
  MboLevel,
  Purpose,
  Role,
  SchoolLevel,
} from '../graphql/schema.ts'

/** The words for who shares what with whom: all that the first pages need. What a dossier holds has its own, in `words.ts`. */
export interface SharingWords {
  role: Record<Role, string>
  group: Record<FieldGroup, string>
  purpose: Record<Purpose, string>
  dossierStatus: Record<DossierStatus, string>
  consentState: Record<ConsentState, string>
  applicationStatus: Record<ApplicationStatus, string>
  schoolLevel: Record<SchoolLevel, string>
  mboLevel: Record<MboLevel, string>
}

export const sharingWords = texts<SharingWords>(
  {
    role: {
      STUDENT: 'leerling of student',
      GUARDIAN: 'ouder of verzorger',
      MENTOR: 'mentor',
      CARE_COORDINATOR: 'zorgcoördinator',
      INTAKER: 'gesprekspartner van het mbo',
      REGION_ANALYST: 'regionaal dashboard',
      MUNICIPALITY: 'Doorstroompunt of gemeente',
      PARTNER: 'systeem van een school',
      ADMINISTRATOR: 'beheerder',
    },
    group: {
      IDENTITY: 'persoonlijke gegevens',
      PERSONAL_NUMBER: 'onderwijsnummer',
      CONTACT: 'contactgegevens',
      ACCOMMODATIONS: 'wat helpt',
      CONDITION: 'naam van de diagnose',
      STUDY_ADVICE: 'advies over de studiekeuze',
      CAREER_SUMMARY: 'paspoort (kort)',
      CAREER_FILE: 'loopbaanmap',
      PLUS_DOCUMENT: 'wat er extra is gedaan',
      INTAKE_PREPARATION: 'voorbereiding op de kennismaking',
      APPLICATION_STATUS: 'hoe het met de aanmelding staat',
      SHARING: 'wat er gedeeld is',
    },
    purpose: {
      INTAKE_TALK: 'de kennismaking',
      SUPPORT_ARRANGEMENT: 'afspraken over hulp',
      STUDY_START: 'de start van de opleiding',
      ENROLMENT_ADMIN: 'de inschrijving',
    },
    dossierStatus: {
      DRAFT: 'mee bezig',
      IN_CONSULTATION: 'samen bekijken',
      READY: 'klaar voor akkoord',
      APPROVED: 'goedgekeurd',
      SHARED: 'gedeeld',
      IN_INTAKE: 'in gesprek',
      ENROLLED: 'ingeschreven',
      CLOSED: 'afgerond',
      ERASED: 'weggehaald',
    },
    consentState: {
      PENDING_APPROVAL: 'wacht op akkoord',
      GRANTED: 'gedeeld',
      REVOKED: 'gestopt',
      EXPIRED: 'voorbij',
      ENDED: 'voorbij: de aanmelding is gestopt',
      REFUSED: 'niet gedeeld',
      LAPSED: 'verlopen zonder akkoord',
    },
    applicationStatus: {
      APPLIED: 'aangemeld',
      CONTRACT_OFFERED: 'plek aangeboden',
      NOT_ENROLLED: 'niet ingeschreven',
      WITHDRAWN: 'aanmelding gestopt',
      ENROLLED: 'ingeschreven',
    },
    schoolLevel: {
      PRO: 'praktijkonderwijs',
      VMBO_BB: 'vmbo-basis',
      VMBO_KB: 'vmbo-kader',
      VMBO_GL: 'vmbo-gemengd',
      VMBO_TL: 'vmbo-theoretisch (mavo)',
      VSO: 'voortgezet speciaal onderwijs',
      HAVO: 'havo',
      VAVO: 'vavo',
    },
    mboLevel: { ENTREE: 'entree', LEVEL_2: 'niveau 2', LEVEL_3: 'niveau 3', LEVEL_4: 'niveau 4' },
  },
  {
    role: {
      STUDENT: 'pupil or student',
      GUARDIAN: 'parent or guardian',
      MENTOR: 'mentor',
      CARE_COORDINATOR: 'care coordinator',
      INTAKER: 'contact at the college (mbo)',
      REGION_ANALYST: 'regional dashboard',
      MUNICIPALITY: 'Doorstroompunt or municipality',
      PARTNER: 'system of a school',
      ADMINISTRATOR: 'administrator',
    },
    group: {
      IDENTITY: 'personal data',
      PERSONAL_NUMBER: 'education number',
      CONTACT: 'contact details',
      ACCOMMODATIONS: 'what helps',
      CONDITION: 'name of the diagnosis',
      STUDY_ADVICE: 'advice on the choice of study',
      CAREER_SUMMARY: 'passport (short)',
      CAREER_FILE: 'career file',
      PLUS_DOCUMENT: 'extra activities',
      INTAKE_PREPARATION: 'preparation of the first talk',
      APPLICATION_STATUS: 'status of the application',
      SHARING: 'what is shared',
    },
    purpose: {
      INTAKE_TALK: 'the first talk',
      SUPPORT_ARRANGEMENT: 'arranging support',
      STUDY_START: 'the start of the programme',
      ENROLMENT_ADMIN: 'the enrolment',
    },
    dossierStatus: {
      DRAFT: 'being written',
      IN_CONSULTATION: 'looking at it together',
      READY: 'ready for approval',
      APPROVED: 'approved',
      SHARED: 'shared',
      IN_INTAKE: 'in talks',
      ENROLLED: 'enrolled',
      CLOSED: 'completed',
      ERASED: 'removed',
    },
    consentState: {
      PENDING_APPROVAL: 'waits for approval',
      GRANTED: 'shared',
      REVOKED: 'stopped',
      EXPIRED: 'over',
      ENDED: 'over: the application ended',
      REFUSED: 'not shared',
      LAPSED: 'lapsed without approval',
    },
    applicationStatus: {
      APPLIED: 'applied',
      CONTRACT_OFFERED: 'place offered',
      NOT_ENROLLED: 'not enrolled',
      WITHDRAWN: 'withdrawn',
      ENROLLED: 'enrolled',
    },
    schoolLevel: {
      PRO: 'practical education',
      VMBO_BB: 'vmbo-basis',
      VMBO_KB: 'vmbo-kader',
      VMBO_GL: 'vmbo-gemengd',
      VMBO_TL: 'vmbo-theoretisch (mavo)',
      VSO: 'special secondary education',
      HAVO: 'havo',
      VAVO: 'vavo (adult secondary education)',
    },
    mboLevel: { ENTREE: 'entry level', LEVEL_2: 'level 2', LEVEL_3: 'level 3', LEVEL_4: 'level 4' },
  },
)
