import type { FieldGroup } from '../../../graphql/schema.ts'
import { texts } from '../../../parts/texts.tsx'

/** The parts of the dossier in the student's own words. */
export const myGroups = texts<Record<FieldGroup, string>>(
  {
    IDENTITY: 'Wie ik ben',
    PERSONAL_NUMBER: 'Mijn onderwijsnummer',
    CONTACT: 'Hoe ik te bereiken ben',
    ACCOMMODATIONS: 'Wat mij helpt',
    CONDITION: 'Naam van de diagnose',
    STUDY_ADVICE: 'Advies over mijn studiekeuze',
    CAREER_SUMMARY: 'Mijn paspoort (kort)',
    CAREER_FILE: 'Mijn loopbaanmap',
    PLUS_DOCUMENT: 'Wat ik extra deed',
    INTAKE_PREPARATION: 'Voorbereiding op de kennismaking',
    APPLICATION_STATUS: 'Hoe het met mijn aanmelding staat',
    SHARING: 'Wat ik deel',
  },
  {
    IDENTITY: 'Who I am',
    PERSONAL_NUMBER: 'My education number',
    CONTACT: 'How to reach me',
    ACCOMMODATIONS: 'What helps me',
    CONDITION: 'Name of the diagnosis',
    STUDY_ADVICE: 'Advice on my choice of study',
    CAREER_SUMMARY: 'My passport (short)',
    CAREER_FILE: 'My career file',
    PLUS_DOCUMENT: 'What I did beside school',
    INTAKE_PREPARATION: 'Preparation of the first talk',
    APPLICATION_STATUS: 'How my application stands',
    SHARING: 'What I share',
  },
)
