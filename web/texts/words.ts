import { texts } from '../parts/texts.tsx'
import { sectionWords } from './section-words.ts'
import { sharingWords, type SharingWords } from './sharing-words.ts'
import type {
  Accommodation,
  CareerCompetence,
  DiscussPreference,
  ExperienceKind,
  Gender,
  LegalBasis,
  PersonalNumberKind,
  PlusCategory,
  Route,
  SectionKey,
  SupportArea,
  SupportLevel,
} from '../graphql/schema.ts'

/** The graph's own words as people say them; none of them speaks to the reader, so they fit student and staff alike. */
export interface Words extends SharingWords {
  basis: Record<LegalBasis, string>
  section: Record<SectionKey, string>
  route: Record<Route, string>
  competence: Record<CareerCompetence, string>
  competenceQuestion: Record<CareerCompetence, string>
  experience: Record<ExperienceKind, string>
  plus: Record<PlusCategory, string>
  area: Record<SupportArea, string>
  supportLevel: Record<SupportLevel, string>
  accommodation: Record<Accommodation, string>
  discuss: Record<DiscussPreference, string>
  gender: Record<Gender, string>
  numberKind: Record<PersonalNumberKind, string>
}

export const words = texts<Words>(
  {
    ...sharingWords.nl,
    basis: {
      OWN_DATA: 'eigen gegevens',
      GUARDIAN: 'ouder of verzorger',
      SCHOOL_TASK: 'taak van de school',
      CONSENT: 'toestemming',
      ENROLMENT: 'inschrijving',
      SPECIAL_GUIDANCE: 'bijzondere begeleiding',
      LEGAL_DUTY: 'wettelijke plicht',
    },
    section: sectionWords.nl,
    route: { BOL: 'BOL (vooral school)', BBL: 'BBL (vooral werk)' },
    competence: {
      QUALITIES: 'Kwaliteiten',
      MOTIVES: 'Motieven',
      WORK_EXPLORATION: 'Werk verkennen',
      CAREER_DIRECTION: 'Loopbaan sturen',
      NETWORKING: 'Netwerken',
    },
    competenceQuestion: {
      QUALITIES: 'Wat kan ik het best?',
      MOTIVES: 'Wat vind ik belangrijk?',
      WORK_EXPLORATION: 'Welk werk past bij mij?',
      CAREER_DIRECTION: 'Wat ga ik doen?',
      NETWORKING: 'Wie kan mij helpen?',
    },
    experience: {
      COURSE: 'cursus of training',
      INTERNSHIP: 'stage',
      JOB: 'bijbaan',
      OPEN_DAY: 'open dag',
      PROJECT: 'project',
      TRIAL_DAY: 'meeloopdag',
      VOLUNTEERING: 'vrijwilligerswerk',
    },
    plus: {
      ART_AND_MUSIC: 'kunst en muziek',
      CARE: 'zorgen voor anderen',
      LANGUAGE: 'taal',
      NATURE: 'natuur',
      SCHOOL: 'school',
      SPORT: 'sport',
      TECHNOLOGY: 'techniek',
      VOLUNTEERING: 'vrijwilligerswerk',
    },
    // Without the name of a diagnosis: who shares what helps does not share that.
    area: {
      READING_SPELLING: 'lezen en spellen',
      NUMERACY: 'rekenen',
      CONCENTRATION: 'aandacht erbij houden',
      PLANNING: 'plannen',
      FEAR_OF_FAILURE: 'faalangst',
      SOCIAL: 'omgaan met anderen',
      BEHAVIOUR: 'gedrag',
      VISION: 'zien',
      HEARING: 'horen',
      MOBILITY: 'bewegen',
      ENERGY_ILLNESS: 'energie of ziekte',
      DUTCH_AS_SECOND_LANGUAGE: 'Nederlands als tweede taal',
      HOME_SITUATION: 'situatie thuis',
      OTHER: 'iets anders',
      NONE: 'geen hulp nodig',
    },
    supportLevel: { LIGHT: 'een beetje', MEDIUM: 'regelmatig', INTENSIVE: 'veel' },
    accommodation: {
      ADAPTED_TIMETABLE: 'aangepast rooster',
      BREAKS: 'extra pauzes',
      EXTRA_TIME: 'extra tijd',
      FIXED_COACH: 'vaste coach',
      HEARING_EQUIPMENT: 'hulpmiddel om te horen',
      LAPTOP: 'werken op een laptop',
      LARGER_PRINT: 'grotere letters',
      OTHER: 'iets anders',
      PLANNING_HELP: 'hulp bij plannen',
      QUIET_ROOM: 'rustige plek',
      READ_ALOUD_SOFTWARE: 'voorleessoftware',
      SMALL_GROUP: 'kleine groep',
      TALK_BEFORE_TEST: 'gesprek voor een toets',
      WHEELCHAIR_ACCESS: 'plek voor een rolstoel',
    },
    discuss: {
      MENTOR_FOR_ME: 'de mentor vertelt het',
      MYSELF: 'vertelt het liefst zelf',
      PREFER_NOT: 'liever niet over praten',
      TOGETHER_WITH_MENTOR: 'samen met de mentor',
    },
    gender: { FEMALE: 'vrouw', MALE: 'man', UNKNOWN: 'onbekend' },
    numberKind: { BSN: 'BSN', ONDERWIJSNUMMER: 'onderwijsnummer' },
  },
  {
    ...sharingWords.en,
    basis: {
      OWN_DATA: 'own data',
      GUARDIAN: 'parent or guardian',
      SCHOOL_TASK: 'task of the school',
      CONSENT: 'consent',
      ENROLMENT: 'enrolment',
      SPECIAL_GUIDANCE: 'special guidance',
      LEGAL_DUTY: 'legal duty',
    },
    section: sectionWords.en,
    route: { BOL: 'BOL (mostly school)', BBL: 'BBL (mostly work)' },
    competence: {
      QUALITIES: 'Qualities',
      MOTIVES: 'Motives',
      WORK_EXPLORATION: 'Exploring work',
      CAREER_DIRECTION: 'Career direction',
      NETWORKING: 'Networking',
    },
    competenceQuestion: {
      QUALITIES: 'What can I do best?',
      MOTIVES: 'What matters to me?',
      WORK_EXPLORATION: 'Which work fits me?',
      CAREER_DIRECTION: 'What will I do?',
      NETWORKING: 'Who can help me?',
    },
    experience: {
      COURSE: 'course or training',
      INTERNSHIP: 'internship',
      JOB: 'job',
      OPEN_DAY: 'open day',
      PROJECT: 'project',
      TRIAL_DAY: 'trial day',
      VOLUNTEERING: 'volunteering',
    },
    plus: {
      ART_AND_MUSIC: 'art and music',
      CARE: 'care for others',
      LANGUAGE: 'language',
      NATURE: 'nature',
      SCHOOL: 'school',
      SPORT: 'sport',
      TECHNOLOGY: 'technology',
      VOLUNTEERING: 'volunteering',
    },
    area: {
      READING_SPELLING: 'reading and spelling',
      NUMERACY: 'numbers',
      CONCENTRATION: 'concentration',
      PLANNING: 'planning',
      FEAR_OF_FAILURE: 'fear of failure',
      SOCIAL: 'getting along with others',
      BEHAVIOUR: 'behaviour',
      VISION: 'seeing',
      HEARING: 'hearing',
      MOBILITY: 'moving',
      ENERGY_ILLNESS: 'energy or illness',
      DUTCH_AS_SECOND_LANGUAGE: 'Dutch as a second language',
      HOME_SITUATION: 'situation at home',
      OTHER: 'something else',
      NONE: 'no support needed',
    },
    supportLevel: { LIGHT: 'a little', MEDIUM: 'regularly', INTENSIVE: 'a lot' },
    accommodation: {
      ADAPTED_TIMETABLE: 'adapted timetable',
      BREAKS: 'extra breaks',
      EXTRA_TIME: 'extra time',
      FIXED_COACH: 'a fixed coach',
      HEARING_EQUIPMENT: 'hearing equipment',
      LAPTOP: 'working on a laptop',
      LARGER_PRINT: 'larger print',
      OTHER: 'something else',
      PLANNING_HELP: 'help with planning',
      QUIET_ROOM: 'a quiet place',
      READ_ALOUD_SOFTWARE: 'read-aloud software',
      SMALL_GROUP: 'a small group',
      TALK_BEFORE_TEST: 'a talk before a test',
      WHEELCHAIR_ACCESS: 'room for a wheelchair',
    },
    discuss: {
      MENTOR_FOR_ME: 'the mentor tells it',
      MYSELF: 'will talk about it personally',
      PREFER_NOT: 'rather not talk about it',
      TOGETHER_WITH_MENTOR: 'together with the mentor',
    },
    gender: { FEMALE: 'woman', MALE: 'man', UNKNOWN: 'unknown' },
    numberKind: { BSN: 'BSN (citizen service number)', ONDERWIJSNUMMER: 'education number' },
  },
)
