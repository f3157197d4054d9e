import { texts } from '../../parts/texts.tsx'

export const takeAlongTexts = texts(
  {
    title: 'Neem je dossier mee als bestand',
    text: 'In het bestand staat alles uit je dossier, ook wie er heeft gekeken. Van je onderwijsnummer alleen de laatste vier cijfers. Bewaar het op een plek waar alleen jij bij kunt.',
    pdf: 'Mijn hele dossier als PDF',
    json: 'Mijn hele dossier als gegevens (JSON), voor een ander programma',
    signedTitle: 'Met een handtekening van de hub',
    signedText:
      'Iedereen die je dit geeft, kan controleren dat er niets aan is veranderd. Let op: wat je weggeeft, kun je niet terughalen. Het geldt een jaar.',
    summary: 'Mijn paspoort, ondertekend',
    preparation: (school: string) => `De bewaarde voorbereiding voor ${school}, ondertekend`,
    check: 'Controleer een bewijs',
  },
  {
    title: 'Download your transfer file',
    text: 'The download holds everything in your transfer file, and who looked at it. Of your education number only the last four digits. Keep it where only you can get at it.',
    pdf: 'My whole transfer file as PDF',
    json: 'My whole transfer file as data (JSON), for another program',
    signedTitle: 'Signed by the hub',
    signedText:
      'Everybody to whom you give this can check that nothing in it was changed. Note: what you give away you cannot take back. It is valid for a year.',
    summary: 'My passport, signed',
    preparation: (school: string) => `The kept preparation for ${school}, signed`,
    check: 'Check a credential',
  },
)
