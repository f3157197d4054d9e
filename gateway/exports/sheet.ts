import type { DossierExport, Fields, Value } from './envelope.ts'
import { applicationBlocks, logBlocks, sharingBlocks } from './sheet-applications.ts'
import { day, filled, moment, names, optional, type Block } from './sheet-blocks.ts'
import { word, words } from './words.ts'

/** A group on paper: where it lies, its title as on the pages, and what stands under it. */
interface Group {
  field: string
  title: string
  blocks(value: Fields & Fields[]): Block[]
}

const GROUPS: readonly Group[] = [
  {
    field: 'identity',
    title: 'Persoonlijke gegevens',
    blocks: (one) =>
      filled([
        ['Naam', officialName(one)],
        ['Roepnaam', one['callName']],
        ['Geboren op', day(one['birthDate'])],
        ['Geslacht', word('gender', one['gender'])],
        ['Woonplaats (gemeente)', named(one['municipality'])],
        ['School van nu', named(one['leavingSchool'])],
        ['Niveau op die school', optional(one['leavingLevel'], (level) => word('schoolLevel', level))],
      ]),
  },
  {
    field: 'contact',
    title: 'Contactgegevens',
    blocks: ({ email, phone, address }) =>
      filled([
        ['E-mail', email],
        ['Telefoon', phone],
        [
          'Adres',
          optional(address, (one) => {
            const { street, houseNumber, postcode, city } = one as Fields
            return `${String(street)} ${String(houseNumber)}, ${String(postcode)} ${String(city)}`
          }),
        ],
      ]),
  },
  {
    field: 'personalNumber',
    title: 'Onderwijsnummer',
    blocks: ({ masked, kind, statementGiven }) =>
      filled([
        ['Nummer', masked],
        ['Soort nummer', word('numberKind', kind)],
        ['Ja voor het onderwijsnummer', statementGiven ? 'gegeven' : 'nog niet gegeven'],
      ]),
  },
  {
    field: 'careerSummary',
    title: 'Paspoort (kort)',
    blocks: (one) => [
      ...filled([['Over mij', one['aboutMe']]]),
      ...names('Waar ik goed in ben', one['strengths']),
      ...names('Wat ik belangrijk vind', one['drives']),
      ...filled([['Werk dat mij leuk lijkt', one['jobInterest']]]),
      ...names('Opleidingen waar ik aan denk', one['chosenProgrammes']),
      ...filled([['Mijn vraag voor het gesprek', one['questionForIntaker']]]),
      ...under('Wat ik heb gedaan', list(one['topExperiences']).flatMap(experience)),
      ...comments(one['comments']),
    ],
  },
  {
    field: 'accommodations',
    title: 'Wat helpt',
    blocks: (one) => [
      ...under(
        'Waar hulp bij nodig is',
        list(one['needs']).map(({ area, level, accommodations }) => ({
          kind: 'item',
          text: [
            word('area', area) + (level === null ? '' : ` (${word('supportLevel', level)})`),
            (accommodations as Value[]).map((each) => word('accommodation', each)).join(', '),
          ]
            .filter((each) => each !== '')
            .join(': '),
        })),
      ),
      ...names('Wat goed gaat', one['strengths']),
      ...names('Hulp die er nu is', one['currentSupport']),
      ...filled([['Erover praten', optional(one['howToDiscuss'], (each) => word('discuss', each))]]),
    ],
  },
  {
    field: 'conditions',
    title: 'Naam van de diagnose',
    blocks: (all) =>
      all.flatMap(({ name, explanation, ownView, statement }) => [
        { kind: 'heading', text: String(name ?? 'Zonder naam') },
        ...filled([
          ['Uitleg in eigen woorden', explanation],
          ['Wat de student ervan vindt', ownView],
          ['Verklaring', optional(statement, (one) => statementText(one as Fields))],
        ]),
      ]),
  },
  {
    field: 'studyAdvice',
    title: 'Advies over de studiekeuze',
    blocks: (all) =>
      all.flatMap(({ text, version, acceptedVersion, ownView, author }) => [
        { kind: 'heading', text: `${person(author)}, versie ${String(version)}` },
        { kind: 'text', text: String(text) },
        {
          kind: 'text',
          text: acceptedVersion === version ? 'Aangenomen door de student.' : 'Nog niet aangenomen door de student.',
        },
        ...filled([['Wat de student ervan vindt', ownView]]),
      ]),
  },
  {
    field: 'careerFile',
    title: 'Loopbaanmap',
    blocks: (one) => [
      ...under(
        'Wat ik over mezelf weet',
        list(one['reflections']).map(({ competence, level, text }) => ({
          kind: 'pair',
          term: word('competence', competence) + (level === null ? '' : ` (eigen cijfer: ${String(level)} van 4)`),
          text: String(text),
        })),
      ),
      ...under('Ervaringen', list(one['experiences']).flatMap(experience)),
      ...under(
        'Loopbaangesprekken',
        list(one['talks']).map(({ date, with: who, summary, nextStep }) => ({
          kind: 'pair',
          term: `${day(date)}, met ${String(who)}`,
          text: String(summary) + (nextStep === null ? '' : ` Volgende stap: ${String(nextStep)}`),
        })),
      ),
      ...comments(one['comments']),
    ],
  },
  {
    field: 'plusDocument',
    title: 'Wat er extra is gedaan',
    blocks: (one) => [
      ...list(one['items']).map(({ title, category, year, description }): Block => ({
        kind: 'pair',
        term: `${String(title)} (${word('plus', category)}${year === null ? '' : `, ${String(year)}`})`,
        text: String(description ?? ''),
      })),
      ...comments(one['comments']),
    ],
  },
]

/** What is said of a group that is not there: to an institution one thing, whatever the reason. */
const NOT_THERE = { mbo: 'Nog niet beschikbaar.', closed: 'Niet gedeeld.', empty: 'Nog niets ingevuld.' }

/** An export as it stands on paper: title, for whom, and group by group in the order of the pages. */
export function sheetOf(made: DossierExport): { title: string; head: string[]; watermark: string; blocks: Block[] } {
  const { dossier, kind, made: about } = made
  const toMbo = made.closed === undefined
  const identity = dossier['identity'] as Fields | null
  const title = identity ? `Overstapdossier van ${nameOf(identity)}` : 'Overstapdossier'
  const { name, role, organisation } = about.for
  const receiver = [name, ...(organisation && organisation.name !== name ? [organisation.name] : [])].join(', ')
  const at = moment(about.at)
  const purpose = about.purpose === null ? [] : [`Waarvoor: ${word('purpose', about.purpose)}.`]
  const digits = dossier['personalNumber'] ? ' Van het onderwijsnummer alleen de laatste vier cijfers.' : ''
  const notThere = (field: string): string =>
    toMbo ? NOT_THERE.mbo : made.closed!.includes(field) ? NOT_THERE.closed : NOT_THERE.empty
  const blocks = GROUPS.flatMap(({ field, title: of, blocks: show }): Block[] => {
    const value = dossier[field] as (Fields & Fields[]) | null
    const shown = value === null || value === undefined ? [] : show(value)
    return [
      { kind: 'group', text: of },
      ...(shown.length > 0 ? shown : [{ kind: 'text', text: notThere(field) } satisfies Block]),
    ]
  })
  return {
    title,
    head: [
      `Voor: ${receiver} (${words.role[role as keyof typeof words.role] ?? role}).`,
      ...purpose,
      kind === 'shared'
        ? 'Hierin staat alleen wat de student met deze school deelt.'
        : role === 'STUDENT'
          ? `Alles uit het dossier staat hierin.${digits}`
          : 'Hierin staat wat u mag zien.',
      `Gemaakt op ${at} uit de Doorstroomhub. Later kan het dossier veranderd zijn.`,
    ],
    watermark: `Gemaakt voor ${receiver} op ${at}`,
    blocks: [
      ...blocks,
      ...applicationBlocks(dossier, toMbo ? NOT_THERE.mbo : NOT_THERE.closed),
      ...(toMbo ? [] : sharingBlocks(dossier)),
      ...(made.readLog ? logBlocks(made.readLog as Fields[]) : []),
    ],
  }
}

const joined = (...parts: (Value | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' ')

/** `Noor de Vries` */
export const nameOf = ({ callName, initials, surnamePrefix, surname }: Fields): string =>
  joined(callName ?? initials, surnamePrefix, surname)
/** `N. de Vries` */
const officialName = ({ initials, surnamePrefix, surname }: Fields): string => joined(initials, surnamePrefix, surname)

const named = (value: Value | undefined): string | null => (value ? String((value as Fields)['name']) : null)
const list = (value: Value | undefined): Fields[] => (value ?? []) as Fields[]
const under = (text: string, blocks: Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', text }, ...blocks]

function person(value: Value | undefined): string {
  const { name, role } = value as Fields
  return `${String(name)}, ${word('role', role)}`
}

function experience({ title, kind, place, from, to, learned }: Fields): Block[] {
  const period = from === null ? '' : to === null ? `vanaf ${day(from)}` : `${day(from)} tot en met ${day(to)}`
  const about = [word('experience', kind), place, period].filter((each) => each !== null && each !== '').join(', ')
  return [
    { kind: 'pair', term: `${String(title)} (${about})`, text: learned === null ? '' : `Geleerd: ${String(learned)}` },
  ]
}

function statementText({ title, issuedBy, issuedOn, expiresOn }: Fields): string {
  return [
    String(title),
    ...(issuedBy === null ? [] : [`van ${String(issuedBy)}`]),
    ...(issuedOn === null ? [] : [`van ${day(issuedOn)}`]),
    ...(expiresOn === null ? [] : [`geldig tot en met ${day(expiresOn)}`]),
  ].join(', ')
}

/** Talk between student and school; an institution is never given any. */
const comments = (value: Value | undefined): Block[] =>
  under(
    'Gesprek hierover (dit blijft tussen de student en de school)',
    list(value).map(({ at, author, text }) => ({
      kind: 'pair',
      term: `${person(author)}, ${moment(at)}`,
      text: String(text),
    })),
  )
