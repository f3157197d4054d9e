import type { Owner } from '../../parts/owner.ts'
import { texts } from '../../parts/texts.tsx'

/** `jij` is true for the student, to whom the pages say "jij"; staff and parents are "u". */
export const together = texts(
  {
    title: 'Voorbereiding op de kennismaking',
    of: (name: string, school: string, programme: string) => `${name} bij ${school}, ${programme}.`,
    own: (school: string, programme: string) => `Jouw gesprek bij ${school}, ${programme}.`,
    someone: 'Een student',
    back: 'Terug naar het dossier',
    backToTalks: 'Terug naar Kennismaking',
    talkAt: (moment: string) => `Het gesprek is op ${moment}.`,
    how: (jij: boolean): string =>
      jij
        ? 'Je schrijft hier samen. Wat jij typt, zien de anderen van dat deel meteen. Er zijn geen geheime notities.'
        : 'U schrijft hier samen. Wat u typt, zien de anderen van dat deel meteen. Er zijn geen geheime notities.',
    whoReads: 'Wie leest mee?',
    audience: (school: string, jij: boolean, { the, The }: Owner) =>
      jij
        ? {
            SUMMARY: `Jij en je mentor schrijven. Je ouder of verzorger leest mee zolang je jonger bent dan 16. ${school} leest mee als jij dat deelt.`,
            QUESTIONS: `Jij en je mentor schrijven, en ${school} ook als jij dat deelt. Je ouder of verzorger leest mee zolang je jonger bent dan 16.`,
            SUPPORT: `Jij schrijft, en je zorgcoördinator als die jou helpt. Je ouder of verzorger leest mee zolang je jonger bent dan 16. Je mentor leest mee als jij dat deelt. ${school} leest mee als jij ook deelt wat jou helpt.`,
            AGREEMENTS: `Jij schrijft, en ${school} ook als jij dat deelt. Je mentor leest mee, en je zorgcoördinator als die jou helpt. Je ouder of verzorger leest mee zolang je jonger bent dan 16.`,
          }
        : {
            SUMMARY: `${The} en de mentor schrijven. Een ouder of verzorger leest mee zolang ${the} jonger is dan 16. ${school} leest mee als ${the} dat deelt.`,
            QUESTIONS: `${The} en de mentor schrijven, en ${school} ook als ${the} dat deelt. Een ouder of verzorger leest mee zolang ${the} jonger is dan 16.`,
            SUPPORT: `${The} schrijft, en de zorgcoördinator als die ${the} helpt. Een ouder of verzorger leest mee zolang ${the} jonger is dan 16. De mentor leest mee als ${the} dat deelt. ${school} leest mee als ${the} ook deelt wat helpt.`,
            AGREEMENTS: `${The} schrijft, en ${school} ook als ${the} dat deelt. De mentor leest mee, en de zorgcoördinator als die ${the} helpt. Een ouder of verzorger leest mee zolang ${the} jonger is dan 16.`,
          },
    access: (jij: boolean) => ({
      WRITE: jij ? 'Jij mag hier schrijven.' : 'U mag hier schrijven.',
      READ: jij ? 'Jij mag dit lezen.' : 'U mag dit lezen.',
    }),
    closedMbo: 'Nog niet beschikbaar.',
    closedSchool: 'Dit deel is niet open voor u.',
    lost: 'Dit deel is nu niet meer beschikbaar. De tekst is van dit scherm gehaald.',
    left: (jij: boolean): string =>
      jij ? 'Dit had je net getypt. Het is niet bewaard:' : 'Dit had u net getypt. Het is niet bewaard:',
    lookAgain: 'Kijk opnieuw',
    stopHow: 'Wil je stoppen met delen met deze school? Dat doe je bij Delen. Het werkt meteen.',
    leave: {
      title: 'Er is nog iets niet bewaard',
      text: 'Weg van deze pagina gaat verloren wat hier nog niet is bewaard.',
      stay: 'Blijf hier',
      go: 'Ga toch weg',
    },
    afterTitle: 'Na het gesprek',
    after: 'De tekst van nu wordt dan bewaard als een versie. Daarna kan er gewoon verder worden geschreven.',
    end: 'Het gesprek is geweest',
    endYes: 'Ja, het gesprek is geweest',
    ended: 'Het gesprek is afgerond. De tekst van toen staat hieronder bij de bewaarde versies.',
  },
  {
    title: 'Preparing the first talk',
    of: (name: string, school: string, programme: string) => `${name} at ${school}, ${programme}.`,
    own: (school: string, programme: string) => `Your talk at ${school}, ${programme}.`,
    someone: 'A student',
    back: 'Back to the file',
    backToTalks: 'Back to First talk',
    talkAt: (moment: string) => `The talk is on ${moment}.`,
    how: () =>
      'You write together here. What you type shows to the others of that part at once. There are no secret notes.',
    whoReads: 'Who reads along?',
    audience: (school: string, jij: boolean, { the, The }: Owner) =>
      jij
        ? {
            SUMMARY: `You and your mentor write. Your parent or guardian reads along while you are under 16. ${school} reads along if you share it.`,
            QUESTIONS: `You and your mentor write, and ${school} too if you share it. Your parent or guardian reads along while you are under 16.`,
            SUPPORT: `You write, and your care coordinator if they help you. Your parent or guardian reads along while you are under 16. Your mentor reads along if you share it. ${school} reads along if you also share what helps you.`,
            AGREEMENTS: `You write, and ${school} too if you share it. Your mentor reads along, and your care coordinator if they help you. Your parent or guardian reads along while you are under 16.`,
          }
        : {
            SUMMARY: `${The} and the mentor write. A parent or guardian reads along while ${the} is under 16. ${school} reads along if ${the} shares it.`,
            QUESTIONS: `${The} and the mentor write, and ${school} too if ${the} shares it. A parent or guardian reads along while ${the} is under 16.`,
            SUPPORT: `${The} writes, and the care coordinator if they help ${the}. A parent or guardian reads along while ${the} is under 16. The mentor reads along if ${the} shares it. ${school} reads along if ${the} also shares what helps.`,
            AGREEMENTS: `${The} writes, and ${school} too if ${the} shares it. The mentor reads along, and the care coordinator if they help ${the}. A parent or guardian reads along while ${the} is under 16.`,
          },
    access: () => ({ WRITE: 'You may write here.', READ: 'You may read this.' }),
    closedMbo: 'Not available yet.',
    closedSchool: 'This part is not open to you.',
    lost: 'This part is no longer available. The text has been taken off this screen.',
    left: () => 'You had just typed this. It is not saved:',
    lookAgain: 'Look again',
    stopHow: 'Do you want to stop sharing with this school? You do that at Sharing. It works at once.',
    leave: {
      title: 'Something is not saved yet',
      text: 'Away from this page, what is not saved here yet will be lost.',
      stay: 'Stay here',
      go: 'Leave anyway',
    },
    afterTitle: 'After the talk',
    after: 'This text is then saved as a version. After that the writing can go on.',
    end: 'The talk has taken place',
    endYes: 'Yes, the talk has taken place',
    ended: 'The talk is over. The text of that moment is below, at the saved versions.',
  },
)
