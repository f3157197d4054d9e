import type { ImportField, ImportKind } from '../../graphql/schema.ts'
import { texts } from '../../parts/texts.tsx'

export const readInTexts = texts<{
  title: string
  lead: string
  titleStudent: string
  leadStudent: string
  kind: string
  kinds: Record<ImportKind, string>
  file: string
  fileHint: Record<ImportKind, string>
  check: string
  sending: (part: number, parts: number) => string
  noFile: string
  tooLarge: string
  found: string
  foundText: (good: number, rows: number) => string
  how: (encoding: string, separator: string | null) => string
  nothingYet: string
  columns: string
  columnsText: string
  column: string
  means: string
  skip: string
  checkAgain: string
  fields: Record<ImportField, string>
  faults: (count: number) => string
  faultsMore: string
  line: string
  where: string
  reason: string
  download: string
  downloadName: string
  write: (good: number) => string
  writeStudent: (good: number) => string
  goOn: string
  stop: string
  busy: (done: number, rows: number) => string
  stopped: string
  done: string
  outcome: (added: number, changed: number, unchanged: number, failed: number) => string
  notShared: string
  notSharedStudent: string
  toPupils: string
  toCareer: string
  remove: string
  another: string
  earlier: string
  earlierText: string
  open: string
  states: Record<'RECEIVING' | 'CHECKED' | 'WRITING' | 'DONE', string>
}>(
  {
    title: 'Leerlingen inlezen',
    lead: 'Lees leerlingen in uit Magister, Somtoday of een ander bestand. U ziet eerst wat wij vinden. Pas daarna schrijven wij iets.',
    titleStudent: 'Ervaringen inlezen',
    leadStudent:
      'Heb je je ervaringen al ergens opgeschreven? Lees ze dan hier in. Je ziet eerst wat wij vinden. Pas daarna zetten wij het in je loopbaanmap.',
    kind: 'Wat voor bestand is het?',
    kinds: {
      PUPILS: 'Een lijst met leerlingen (CSV)',
      OSO: 'Eén overstapdossier (OSO, XML)',
      EXPERIENCES: 'Ervaringen (CSV of Europass)',
    },
    file: 'Bestand',
    fileHint: {
      PUPILS: 'Een CSV-bestand met op de eerste regel de namen van de kolommen. Hoogstens 5 MB.',
      OSO: 'Het XML-bestand dat uw systeem voor OSO maakt. Hoogstens 5 MB.',
      EXPERIENCES: 'Een CSV-bestand, of het JSON-bestand van je Europass-cv. Hoogstens 5 MB.',
    },
    check: 'Kijk het bestand na',
    sending: (part, parts) => `Het bestand wordt gelezen: deel ${part} van ${parts}.`,
    noFile: 'Kies eerst een bestand.',
    tooLarge: 'Dit bestand is groter dan 5 MB. Deel het in stukken.',
    found: 'Dit vonden wij',
    foundText: (good, rows) => `${good} van de ${rows} regels zijn goed.`,
    how: (encoding, separator) =>
      separator === null ? `Gelezen als ${encoding}.` : `Gelezen als ${encoding}, met ${separator} tussen de kolommen.`,
    nothingYet: 'Er is nog niets geschreven.',
    columns: 'Welke kolom is wat?',
    columnsText: 'Klopt er iets niet? Kies iets anders, en laat het bestand opnieuw nakijken.',
    column: 'Kolom in het bestand',
    means: 'Betekent',
    skip: 'Niet inlezen',
    checkAgain: 'Kijk opnieuw na',
    fields: {
      PUPIL_NUMBER: 'Leerlingnummer',
      INITIALS: 'Voorletters',
      CALL_NAME: 'Roepnaam',
      SURNAME_PREFIX: 'Tussenvoegsel',
      SURNAME: 'Achternaam',
      BIRTH_DATE: 'Geboortedatum',
      GENDER: 'Geslacht',
      PERSONAL_NUMBER: 'BSN of onderwijsnummer',
      SCHOOL_LEVEL: 'Niveau',
      START_YEAR: 'Jaar waarin het mbo begint',
      MUNICIPALITY_CODE: 'Code van de gemeente',
      MUNICIPALITY_NAME: 'Gemeente',
      EMAIL: 'E-mailadres',
      PHONE: 'Telefoonnummer',
      STREET: 'Straat',
      HOUSE_NUMBER: 'Huisnummer',
      HOUSE_NUMBER_ADDITION: 'Toevoeging',
      POSTCODE: 'Postcode',
      CITY: 'Woonplaats',
      ACCOUNT: 'Account van de leerling',
      MENTOR: 'Account van de mentor',
      MENTOR_NAME: 'Naam van de mentor',
      CARE_COORDINATOR: 'Account van de zorgcoördinator',
      CARE_COORDINATOR_NAME: 'Naam van de zorgcoördinator',
      TITLE: 'Titel',
      EXPERIENCE_KIND: 'Soort ervaring',
      FROM: 'Eerste dag',
      TO: 'Laatste dag',
      PLACE: 'Waar',
      LEARNED: 'Wat je leerde',
    },
    faults: (count) => (count === 1 ? '1 regel wordt niet ingelezen' : `${count} regels worden niet ingelezen`),
    faultsMore: 'Dit zijn de eerste duizend.',
    line: 'Regel',
    where: 'Kolom',
    reason: 'Wat er niet klopt',
    download: 'Bewaar deze lijst',
    downloadName: 'niet-ingelezen.csv',
    write: (good) => (good === 1 ? 'Lees 1 leerling in' : `Lees ${good} leerlingen in`),
    writeStudent: (good) => (good === 1 ? 'Zet 1 ervaring in mijn map' : `Zet ${good} ervaringen in mijn map`),
    goOn: 'Ga verder',
    stop: 'Stop even',
    busy: (done, rows) => `${done} van ${rows} regels klaar.`,
    stopped: 'Gestopt. Wat klaar is, blijft. Met “Ga verder” gaan wij verder waar we waren.',
    done: 'Klaar',
    outcome: (added, changed, unchanged, failed) =>
      `${added} nieuw, ${changed} veranderd, ${unchanged} waren al hetzelfde, ${failed} niet ingelezen.`,
    notShared: 'Er is niets gedeeld met een mbo. Dat beslist de leerling.',
    notSharedStudent: 'Er is niets gedeeld met een mbo. Dat beslis jij.',
    toPupils: 'Naar mijn leerlingen',
    toCareer: 'Naar mijn loopbaanmap',
    remove: 'Haal dit bestand weg',
    another: 'Kies een ander bestand',
    earlier: 'Eerdere bestanden',
    earlierText: 'Een bestand dat niet af is, halen wij na een dag vanzelf weg.',
    open: 'Open',
    states: { RECEIVING: 'niet helemaal verstuurd', CHECKED: 'nagekeken', WRITING: 'nog niet af', DONE: 'klaar' },
  },
  {
    title: 'Read pupils in',
    lead: 'Read pupils in from Magister, Somtoday or another file. You first see what we find. Only then do we write anything.',
    titleStudent: 'Import experiences',
    leadStudent:
      'Did you write your experiences down somewhere already? Import them here. You first see what we find. Only then do we put it in your career file.',
    kind: 'What kind of file is it?',
    kinds: {
      PUPILS: 'A list of pupils (CSV)',
      OSO: 'One transfer dossier (OSO, XML)',
      EXPERIENCES: 'Experiences (CSV or Europass)',
    },
    file: 'File',
    fileHint: {
      PUPILS: 'A CSV file with the names of the columns on the first line. At most 5 MB.',
      OSO: 'The XML file that your system makes for OSO. At most 5 MB.',
      EXPERIENCES: 'A CSV file, or the JSON file of your Europass CV. At most 5 MB.',
    },
    check: 'Check the file',
    sending: (part, parts) => `The file is being read: part ${part} of ${parts}.`,
    noFile: 'Choose a file first.',
    tooLarge: 'This file is larger than 5 MB. Split it.',
    found: 'This is what we found',
    foundText: (good, rows) => `${good} of ${rows} lines are good.`,
    how: (encoding, separator) =>
      separator === null ? `Read as ${encoding}.` : `Read as ${encoding}, with ${separator} between the columns.`,
    nothingYet: 'Nothing was written yet.',
    columns: 'Which column is what?',
    columnsText: 'Is something not right? Choose something else, and have the file checked again.',
    column: 'Column in the file',
    means: 'Means',
    skip: 'Do not read in',
    checkAgain: 'Check again',
    fields: {
      PUPIL_NUMBER: 'Pupil number',
      INITIALS: 'Initials',
      CALL_NAME: 'Call name',
      SURNAME_PREFIX: 'Prefix',
      SURNAME: 'Surname',
      BIRTH_DATE: 'Birth date',
      GENDER: 'Gender',
      PERSONAL_NUMBER: 'BSN or onderwijsnummer',
      SCHOOL_LEVEL: 'Level',
      START_YEAR: 'Year in which the mbo starts',
      MUNICIPALITY_CODE: 'Code of the municipality',
      MUNICIPALITY_NAME: 'Municipality',
      EMAIL: 'E-mail address',
      PHONE: 'Telephone number',
      STREET: 'Street',
      HOUSE_NUMBER: 'House number',
      HOUSE_NUMBER_ADDITION: 'Addition',
      POSTCODE: 'Postcode',
      CITY: 'City',
      ACCOUNT: "The pupil's account",
      MENTOR: "The mentor's account",
      MENTOR_NAME: "The mentor's name",
      CARE_COORDINATOR: "The care coordinator's account",
      CARE_COORDINATOR_NAME: "The care coordinator's name",
      TITLE: 'Title',
      EXPERIENCE_KIND: 'Kind of experience',
      FROM: 'First day',
      TO: 'Last day',
      PLACE: 'Where',
      LEARNED: 'What you learned',
    },
    faults: (count) => (count === 1 ? '1 line will not be read in' : `${count} lines will not be read in`),
    faultsMore: 'These are the first thousand.',
    line: 'Line',
    where: 'Column',
    reason: 'What is not right',
    download: 'Save this list',
    downloadName: 'not-read-in.csv',
    write: (good) => (good === 1 ? 'Read 1 pupil in' : `Read ${good} pupils in`),
    writeStudent: (good) => (good === 1 ? 'Put 1 experience in my file' : `Put ${good} experiences in my file`),
    goOn: 'Go on',
    stop: 'Stop for now',
    busy: (done, rows) => `${done} of ${rows} lines done.`,
    stopped: 'Stopped. What is done stays. With “Go on” we continue where we were.',
    done: 'Done',
    outcome: (added, changed, unchanged, failed) =>
      `${added} new, ${changed} changed, ${unchanged} were the same already, ${failed} not read in.`,
    notShared: 'Nothing was shared with an mbo. That is for the student to decide.',
    notSharedStudent: 'Nothing was shared with an mbo. That is for you to decide.',
    toPupils: 'To my pupils',
    toCareer: 'To my career file',
    remove: 'Remove this file',
    another: 'Choose another file',
    earlier: 'Earlier files',
    earlierText: 'A file that is not finished is removed by itself after a day.',
    open: 'Open',
    states: { RECEIVING: 'not sent whole', CHECKED: 'checked', WRITING: 'not finished', DONE: 'done' },
  },
)
