import { texts } from '../../parts/texts.tsx'

export const childTexts = texts(
  {
    title: (name: string) => `Dossier van ${name}`,
    lead: 'U ziet wat u van het dossier mag lezen. Vanaf 16 jaar ziet u minder. Een paar delen kan uw kind dan zelf voor u openzetten. Uw kind ziet dat u hebt gekeken.',
    back: 'Terug naar Akkoord',
    closed: 'Dit is niet open voor u.',
    looked: 'Wie heeft gekeken?',
    lookedText: 'Hier staat iedereen die iets van het dossier las, en welk deel.',
    eraseTitle: 'Het dossier weghalen',
    eraseText:
      'Alles wat in het dossier staat gaat dan voorgoed weg, ook de tekst die samen is geschreven. Dit kan niet terug. De aanmelding bij het mbo blijft bestaan.',
    erase: 'Haal het dossier weg',
    eraseYes: 'Ja, haal alles weg',
    eraseAgain: 'Weet u het zeker? Druk nog een keer op de knop. Dan is het echt weg.',
    erased: 'Het dossier is weggehaald.',
  },
  {
    title: (name: string) => `File of ${name}`,
    lead: 'You see what you may read of the file. From the age of 16 you see less. Your child can then open a few parts for you. Your child sees that you looked.',
    back: 'Back to Approval',
    closed: 'This is not open to you.',
    looked: 'Who looked?',
    lookedText: 'Here is everybody who read something of the file, and which part.',
    eraseTitle: 'Removing the file',
    eraseText:
      'Everything in the file then goes for good, also the text that was written together. This cannot be undone. The application to the mbo stays.',
    erase: 'Remove the file',
    eraseYes: 'Yes, remove everything',
    eraseAgain: 'Are you sure? Press the button once more. Then it is really gone.',
    erased: 'The file has been removed.',
  },
)
