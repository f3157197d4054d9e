import { texts } from '../../parts/texts.tsx'

export const asSeenTexts = texts(
  {
    title: 'Zo ziet het mbo het',
    lead: 'Dit is wat een school nu van jou ziet. Niet meer en niet minder.',
    school: 'Welke school?',
    purpose: 'Waarvoor kijkt de school?',
    purposeHint: 'Een school zegt bij elke keer kijken waarvoor. Jouw ja geldt alleen voor dat doel.',
    noSchool: 'Je hebt je nog niet aangemeld bij een mbo. Niemand van een mbo ziet iets.',
    nothing: (school: string) =>
      `${school} ziet hiervoor niets van je dossier. Ze zien niet waarom: of je nee zei, stopte of nog niets koos.`,
    sees: (school: string, purpose: string) => `Dit ziet ${school} voor ${purpose}`,
    closed: 'De school leest hier: "Nog niet beschikbaar." Meer niet.',
    number: 'Onderwijsnummer',
    numberText: (masked: string) => `${masked}. Wie het hele nummer opvraagt, komt in de lijst "Wie heeft gekeken?".`,
    change: 'Verander dit bij Delen',
    paper: 'Zet dit op papier',
  },
  {
    title: 'How the mbo sees it',
    lead: 'This is what a school sees of you now. No more and no less.',
    school: 'Which school?',
    purpose: 'Why does the school look?',
    purposeHint: 'A school says what for, each time it looks. Your yes holds for that purpose only.',
    noSchool: 'You have not applied to an mbo yet. Nobody of an mbo sees anything.',
    nothing: (school: string) =>
      `${school} sees nothing of your file for this. They do not see why: whether you said no, stopped, or chose nothing yet.`,
    sees: (school: string, purpose: string) => `This is what ${school} sees for ${purpose}`,
    closed: 'The school reads here: "Not available yet." Nothing more.',
    number: 'Education number',
    numberText: (masked: string) => `${masked}. Whoever asks for the whole number is put in the list "Who looked?".`,
    change: 'Change this at Sharing',
    paper: 'Put this on paper',
  },
)
