import { texts } from '../../parts/texts.tsx'

export const whoLooked = texts(
  {
    title: 'Wie heeft gekeken?',
    lead: 'Iedereen die iets van je dossier las, staat hier. Je ziet welk deel zij lazen, niet de tekst zelf. Kijk je zelf, dan staat dat er niet bij. Alleen als je je hele onderwijsnummer bekijkt, staat dat er wel.',
    numberTitle: 'Wie heeft je hele onderwijsnummer gezien?',
    numberNobody: 'Niemand.',
    numberLine: (name: string, from: string, purpose: string, moment: string) =>
      `${name}${from}, ${moment}. Waarvoor: ${purpose}.`,
    strange: 'Zie je iemand die je niet verwacht? Vraag het je mentor. Stoppen met delen kan bij Delen.',
    toSharing: 'Naar Delen',
  },
  {
    title: 'Who looked?',
    lead: 'Everybody who read something of your file is here. You see which part they read, not the text itself. When you look yourself, that is not listed. Only when you look at your whole education number, it is.',
    numberTitle: 'Who has seen your whole education number?',
    numberNobody: 'Nobody.',
    numberLine: (name: string, from: string, purpose: string, moment: string) =>
      `${name}${from}, ${moment}. What for: ${purpose}.`,
    strange: 'Do you see somebody whom you do not expect? Ask your mentor. You can stop sharing at Sharing.',
    toSharing: 'To Sharing',
  },
)
