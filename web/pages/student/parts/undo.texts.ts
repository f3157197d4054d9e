import { texts } from '../../../parts/texts.tsx'

export const undoTexts = texts(
  {
    removed: (what: string) => `Weggehaald: ${what}.`,
    remove: (what: string) => `Haal weg: ${what}`,
    change: (what: string) => `Wijzig: ${what}`,
    undo: 'Zet het terug',
    undoText: 'Terugzetten kan zolang je op deze pagina bent. Het wordt dan opnieuw bewaard.',
    commentsGone: 'Opmerkingen die erbij stonden komen niet terug.',
    restored: (what: string) => `Teruggezet: ${what}.`,
    leftOut: (schools: string) =>
      `Dit liet je weg bij het delen met ${schools}. Zet je het terug, dan is het weer een gewoon deel van wat je deelt. Kijk daarna bij Delen.`,
  },
  {
    removed: (what: string) => `Removed: ${what}.`,
    remove: (what: string) => `Remove: ${what}`,
    change: (what: string) => `Change: ${what}`,
    undo: 'Put it back',
    undoText: 'You can put it back as long as you are on this page. It is then saved anew.',
    commentsGone: 'Comments that stood with it do not come back.',
    restored: (what: string) => `Put back: ${what}.`,
    leftOut: (schools: string) =>
      `You left this out of what you share with ${schools}. If you put it back, it is an ordinary part of what you share again. Look at Sharing afterwards.`,
  },
)
