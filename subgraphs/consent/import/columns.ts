import type { ImportField, ImportKind } from './words.ts'

/** The fields that an import of this kind knows, with the headings under which Magister, Somtoday and others give them. */
const HEADINGS: Readonly<Record<'PUPILS' | 'EXPERIENCES', Partial<Record<ImportField, readonly string[]>>>> = {
  PUPILS: {
    PUPIL_NUMBER: ['leerlingnummer', 'leerlingnr', 'stamnr', 'stamnummer', 'llnr', 'pupilnumber'],
    INITIALS: ['voorletters', 'voorletter', 'initialen', 'initials'],
    CALL_NAME: ['roepnaam', 'voornaam', 'callname'],
    SURNAME_PREFIX: ['tussenvoegsel', 'tussenvoegsels', 'tussenv', 'tv', 'voorvoegsel', 'prefix'],
    SURNAME: ['achternaam', 'geslachtsnaam', 'surname'],
    BIRTH_DATE: ['geboortedatum', 'gebdatum', 'geboren', 'birthdate'],
    GENDER: ['geslacht', 'mv', 'gender'],
    PERSONAL_NUMBER: ['bsn', 'pgn', 'onderwijsnummer', 'burgerservicenummer', 'bsnonderwijsnummer', 'sofinummer'],
    SCHOOL_LEVEL: ['niveau', 'studie', 'opleiding', 'onderwijssoort', 'leerweg', 'schoollevel'],
    START_YEAR: ['startjaar', 'jaarmbo', 'startyear'],
    MUNICIPALITY_CODE: ['gemeentecode', 'gemeentenummer', 'municipalitycode'],
    MUNICIPALITY_NAME: ['gemeente', 'gemeentenaam', 'municipality'],
    EMAIL: ['email', 'emailadres', 'mail', 'emailleerling'],
    PHONE: ['telefoon', 'telefoonnummer', 'mobiel', 'mobielnummer', 'mobieletelefoon', 'tel', 'phone'],
    STREET: ['straat', 'straatnaam', 'street'],
    HOUSE_NUMBER: ['huisnummer', 'huisnr', 'nr', 'housenumber'],
    HOUSE_NUMBER_ADDITION: ['toevoeging', 'huisnummertoevoeging', 'toev', 'huisnrtoev'],
    POSTCODE: ['postcode', 'pc', 'zip'],
    CITY: ['plaats', 'woonplaats', 'plaatsnaam', 'city'],
    ACCOUNT: ['account', 'gebruikersnaam', 'inlognaam', 'loginnaam'],
    MENTOR: ['mentor', 'mentoraccount', 'mentorcode', 'mentorafkorting'],
    MENTOR_NAME: ['mentornaam', 'naammentor'],
    CARE_COORDINATOR: ['zorgcoordinator', 'zorgcoordinatoraccount'],
    CARE_COORDINATOR_NAME: ['zorgcoordinatornaam', 'naamzorgcoordinator'],
  },
  EXPERIENCES: {
    TITLE: ['titel', 'naam', 'wat', 'functie', 'ervaring', 'title'],
    EXPERIENCE_KIND: ['soort', 'type', 'kind'],
    FROM: ['van', 'vanaf', 'begin', 'begindatum', 'startdatum', 'from'],
    TO: ['tot', 'totenmet', 'einde', 'einddatum', 'to'],
    PLACE: ['plaats', 'waar', 'bedrijf', 'organisatie', 'werkgever', 'place'],
    LEARNED: ['geleerd', 'watikleerde', 'omschrijving', 'toelichting', 'learned'],
  },
}

/** What must be among the columns. */
const NEEDED: Readonly<Record<'PUPILS' | 'EXPERIENCES', readonly ImportField[]>> = {
  PUPILS: ['PUPIL_NUMBER', 'INITIALS', 'SURNAME', 'BIRTH_DATE'],
  EXPERIENCES: ['TITLE'],
}

export const fieldsOf = (kind: ImportKind): ImportField[] =>
  kind === 'OSO' ? [] : (Object.keys(HEADINGS[kind]) as ImportField[])
export const neededOf = (kind: ImportKind): readonly ImportField[] => (kind === 'OSO' ? [] : NEEDED[kind])

/** A heading without capitals, accents, spaces and signs: "Geb. datum" is "gebdatum". */
const plain = (heading: string): string =>
  heading
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Which column holds what, as far as the headings say. Of two alike the first counts. */
export function guessFields(kind: 'PUPILS' | 'EXPERIENCES', header: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>()
  const known = Object.entries(HEADINGS[kind]) as [ImportField, readonly string[]][]
  return header.map((heading) => {
    const name = plain(heading)
    const field = known.find(([one, names]) => !taken.has(one) && names.includes(name))?.[0] ?? null
    if (field) taken.add(field)
    return field
  })
}
