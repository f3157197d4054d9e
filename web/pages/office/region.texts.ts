import { texts } from '../../parts/texts.tsx'
import { beats } from '../../texts/beats.ts'

export const region = texts(
  {
    title: (name: string) => `Regio ${name}`,
    noRegion: 'Bij dit account hoort geen regio.',
    lead: (year: string) => `Aantallen van schooljaar ${year}. U ziet aantallen en nooit een dossier.`,
    at: (moment: string) => `Stand van ${moment}.`,
    beat: (seconds: number) => `De cijfers worden ${beats.nl(seconds)} bijgewerkt.`,
    level: 'Niveau van de leerling',
    allLevels: 'alle niveaus samen',
    status: 'Status in de lijn per week',
    weeks: 'Hoeveel weken',
    weeksOf: (count: number) => `${count} weken`,
    barsTitle: 'Dossiers per status',
    barsCaption: (level: string) => `Aantal dossiers per status, ${level}`,
    levelsTitle: 'Dossiers per niveau',
    levelsCaption: 'Aantal dossiers per niveau en status',
    lineTitle: (status: string) => `Per week: ${status}`,
    lineCaption: (status: string, level: string) => `Aantal dossiers “${status}” per week, ${level}`,
    lineWords: (count: number, from: string, to: string) =>
      `Lijn over ${count} weken, van ${from} naar ${to}. De cijfers staan in de tabel hieronder.`,
    noWeeks: 'Er zijn nog geen weken om te laten zien.',
    week: 'Week vanaf',
    number: 'Aantal',
    statusHead: 'Status',
    levelHead: 'Niveau',
    asTable: 'Bekijk de cijfers als tabel',
    why: 'Wat betekent <10?',
    whyText:
      'Bij minder dan 10 leerlingen staat er <10. Zo kan niemand uit een getal halen om welke leerling het gaat. Soms staat er … bij een ander getal, omdat u het eerste anders kunt uitrekenen. Andere getallen zijn afgerond op 5.',
    moved: 'De cijfers zijn bijgewerkt.',
    stands: (moment: string) =>
      `Geen verbinding. Deze cijfers bewegen nu niet mee: ze zijn van ${moment}. Er wordt opnieuw verbinding gezocht.`,
  },
  {
    title: (name: string) => `Region ${name}`,
    noRegion: 'No region belongs to this account.',
    lead: (year: string) => `Counts of school year ${year}. You see counts and never a file.`,
    at: (moment: string) => `As of ${moment}.`,
    beat: (seconds: number) => `The figures are updated ${beats.en(seconds)}.`,
    level: 'Level of the pupil',
    allLevels: 'all levels together',
    status: 'Status in the line per week',
    weeks: 'How many weeks',
    weeksOf: (count: number) => `${count} weeks`,
    barsTitle: 'Files per status',
    barsCaption: (level: string) => `Number of files per status, ${level}`,
    levelsTitle: 'Files per level',
    levelsCaption: 'Number of files per level and status',
    lineTitle: (status: string) => `Per week: ${status}`,
    lineCaption: (status: string, level: string) => `Number of files “${status}” per week, ${level}`,
    lineWords: (count: number, from: string, to: string) =>
      `Line over ${count} weeks, from ${from} to ${to}. The figures are in the table below.`,
    noWeeks: 'There are no weeks to show yet.',
    week: 'Week from',
    number: 'Number',
    statusHead: 'Status',
    levelHead: 'Level',
    asTable: 'See the figures as a table',
    why: 'What does <10 mean?',
    whyText:
      'Below 10 pupils it says <10. So nobody can tell from a number which pupil it is about. Sometimes another number shows …, because the first could be worked out from it. Other numbers are rounded to 5.',
    moved: 'The figures have been updated.',
    stands: (moment: string) =>
      `No connection. These figures do not move now: they are of ${moment}. Trying to connect again.`,
  },
)
