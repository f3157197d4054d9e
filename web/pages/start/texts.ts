import { texts } from '../../parts/texts.tsx'

export const welcome = texts(
  {
    title: 'Jouw overstapdossier',
    lead: 'Ga je van de middelbare school naar het mbo? Dan neem jij je verhaal mee. Dat heet het overstapdossier.',
    points: [
      ['Van jou: jij beslist', 'Jij kiest wat je deelt, met welke school, en waarvoor.'],
      ['Stoppen kan altijd', 'Je kunt op elk moment stoppen met delen. De school ziet het dan meteen niet meer.'],
      ['Wie heeft gekeken?', 'Je ziet precies wie er heeft gekeken, wanneer, en naar wat.'],
    ] as readonly (readonly [string, string])[],
    systemsTitle: 'Voor systemen van scholen',
    check: 'Controleer een bewijs dat een leerling u gaf',
    systems: 'Systemen van scholen halen gegevens op via /graphql. Zonder inloggen is er niets te zien.',
    nothingTitle: 'Nog geen dossier',
    nothing: 'Er is nog geen dossier dat bij dit account hoort. Vraag de mentor om een uitnodiging.',
  },
  {
    title: 'Your transfer file',
    lead: 'Are you going from secondary school to the mbo? Then you take your own story along. It is called the transfer file.',
    points: [
      ['Yours: you decide', 'You choose what you share, with which school, and what for.'],
      ['You can always stop', 'You can stop sharing at any moment. From then on the school no longer sees it.'],
      ['Who has looked?', 'You see exactly who looked, when, and at what.'],
    ],
    systemsTitle: 'For systems of schools',
    check: 'Check a credential that a pupil gave you',
    systems: 'Systems of schools get data at /graphql. Nothing can be seen without signing in.',
    nothingTitle: 'No file yet',
    nothing: 'There is no file yet that belongs to this account. Ask the mentor for an invitation.',
  },
)
