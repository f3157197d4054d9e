import { texts } from '../texts.tsx'

export const readLogTexts = texts(
  {
    week: (from: string) => `Week van ${from}`,
    when: 'Wanneer',
    times: (count: number) => `Alle keren op deze dag (${count})`,
    what: 'Wat',
    whatFor: 'Waarvoor',
    ground: 'Waarom het mag',
    grounds: {
      OWN_DATA: 'eigen gegevens',
      GUARDIAN: 'ouder of verzorger, tot 18 jaar',
      SCHOOL_TASK: 'het hoort bij het werk van de school',
      CONSENT: 'er is ja gezegd tegen delen',
      ENROLMENT: 'door de inschrijving daar',
      SPECIAL_GUIDANCE: 'bijzondere begeleiding, met naam en reden',
      LEGAL_DUTY: 'het moet van de wet',
    },
    nobody: 'Nog niemand heeft gekeken.',
    more: 'Laat eerdere weken zien',
    all: 'Dit is alles.',
  },
  {
    week: (from: string) => `Week of ${from}`,
    when: 'When',
    times: (count: number) => `Every time on this day (${count})`,
    what: 'What',
    whatFor: 'What for',
    ground: 'Why it is allowed',
    grounds: {
      OWN_DATA: 'own data',
      GUARDIAN: 'parent or guardian, until 18',
      SCHOOL_TASK: 'it is part of the work of the school',
      CONSENT: 'a yes was given to sharing',
      ENROLMENT: 'because of the enrolment there',
      SPECIAL_GUIDANCE: 'special guidance, with a name and a reason',
      LEGAL_DUTY: 'the law says so',
    },
    nobody: 'Nobody has looked yet.',
    more: 'Show earlier weeks',
    all: 'This is all.',
  },
)
