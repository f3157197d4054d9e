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
    ownDevice: 'Dit is mijn eigen apparaat',
    ownDeviceHint: (jij: boolean): string =>
      jij
        ? 'Vink dit alleen aan op een apparaat dat van jou is. Dan kun je ook zonder internet verder typen. De tekst staat dan ook op dit apparaat. Bij uitloggen gaat hij daar weg.'
        : 'Vink dit alleen aan op een apparaat dat van u is. Dan kunt u ook zonder internet verder typen. De tekst staat dan ook op dit apparaat. Bij uitloggen gaat hij daar weg.',
    cannotKeep: 'Deze browser kan geen tekst bewaren op dit apparaat.',
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
    versions: {
      title: 'Bewaarde versies',
      text: 'Een bewaarde versie verandert nooit meer.',
      none: 'Er is nog geen versie bewaard.',
      keep: 'Bewaar de tekst van nu als versie',
      kept: (number: number) => `Versie ${number} is bewaard.`,
      name: (number: number, moment: string, by: string) => `Versie ${number}: ${moment}, door ${by}`,
      hash: 'Controlegetal (SHA-256)',
      hashText: 'Met dit getal is na te gaan dat de versie niet is veranderd.',
      compare: 'Laat zien',
      asItWas: 'de tekst zoals die toen was',
      sinceThen: 'wat sindsdien is veranderd',
      sinceVersion: (number: number) => `wat er veranderde na versie ${number}`,
      empty: 'Hier stond toen nog niets.',
      putBack: (section: string) => `Zet "${section}" zo terug`,
      putBackTitle: 'Deze tekst terugzetten?',
      putBackText: (number: number, section: string) =>
        `De tekst van "${section}" wordt weer zoals in versie ${number}. Wat er nu staat, wordt eerst bewaard als een nieuwe versie. Er gaat dus niets weg.`,
      putBackYes: 'Ja, zet terug',
      isBack: (section: string, number: number) => `"${section}" is weer zoals in versie ${number}.`,
    },
    again: 'Vergelijk opnieuw met nu',
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
    ownDevice: 'This is my own device',
    ownDeviceHint: () =>
      'Tick this only on a device that is yours. Then you can go on typing without internet. The text is then on this device too. It goes from there when you sign out.',
    cannotKeep: 'This browser cannot keep text on this device.',
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
    versions: {
      title: 'Saved versions',
      text: 'A saved version never changes again.',
      none: 'No version has been saved yet.',
      keep: 'Save this text as a version',
      kept: (number: number) => `Version ${number} is saved.`,
      name: (number: number, moment: string, by: string) => `Version ${number}: ${moment}, by ${by}`,
      hash: 'Check number (SHA-256)',
      hashText: 'With this number one can check that the version has not changed.',
      compare: 'Show',
      asItWas: 'the text as it was then',
      sinceThen: 'what changed since',
      sinceVersion: (number: number) => `what changed after version ${number}`,
      empty: 'There was nothing here yet then.',
      putBack: (section: string) => `Put "${section}" back like this`,
      putBackTitle: 'Put this text back?',
      putBackText: (number: number, section: string) =>
        `The text of "${section}" becomes as it is in version ${number}. What is there now is first saved as a new version, so nothing goes.`,
      putBackYes: 'Yes, put it back',
      isBack: (section: string, number: number) => `"${section}" is as in version ${number} again.`,
    },
    again: 'Compare with now again',
  },
)
