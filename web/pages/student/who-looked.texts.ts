import { texts } from '../../parts/texts.tsx'

export const whoLooked = texts(
  {
    title: 'Wie heeft gekeken?',
    lead: 'Iedereen die iets van je dossier las, staat hier. Wat er gelezen is, staat er niet bij. Je eigen kijken staat er niet in.',
    numberTitle: 'Wie heeft je hele onderwijsnummer gezien?',
    numberNobody: 'Niemand.',
    numberLine: (name: string, from: string, purpose: string, moment: string) =>
      `${name}${from}, ${moment}. Waarvoor: ${purpose}.`,
    strange: 'Zie je iemand die je niet verwacht? Vraag het je mentor. Stoppen met delen kan bij Delen.',
    toSharing: 'Naar Delen',
  },
  {
    title: 'Who looked?',
    lead: 'Everybody who read something of your file is here. What was read is not. Your own looking is not in it.',
    numberTitle: 'Who has seen your whole education number?',
    numberNobody: 'Nobody.',
    numberLine: (name: string, from: string, purpose: string, moment: string) =>
      `${name}${from}, ${moment}. What for: ${purpose}.`,
    strange: 'Do you see somebody whom you do not expect? Ask your mentor. You can stop sharing at Sharing.',
    toSharing: 'To Sharing',
  },
)
