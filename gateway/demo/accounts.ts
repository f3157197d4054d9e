import type { Role } from '../claims.ts'
import type { DemoOrganisation } from './organisations.ts'
import { rocVoorbeeld, vakcollegeDelta, vechtdalCollege, zwolle } from './organisations.ts'

/** What a partner system may be allowed to do; a token holds a part of these (domain §2: scopes only cut). */
export const PARTNER_SCOPES = ['dossier:read', 'status:write', 'feed:read', 'number:read'] as const

/** The headings of the page where one picks a person, in their order. */
export const GROUPS = [
  'Leerlingen en studenten',
  'Ouders en verzorgers',
  'Het Vechtdal College',
  'Het mbo',
  'Regio en gemeente',
  'Beheer',
] as const

/** Someone (or a partner system) who can sign in to the demo. */
export interface DemoAccount {
  /** The account name, which is the subject of the token too. */
  account: string
  /** As shown on the screen and in the read log. */
  name: string
  role: Role
  organisation: DemoOrganisation | null
  region: string | null
  municipality: string | null
  scopes: readonly string[]
  /** Where the person stands on the page; null for a partner system, which no person can be. */
  group: (typeof GROUPS)[number] | null
  /** Who this is, in one or two short sentences; still true on any later day. */
  sentence: string
}

const person = (
  group: (typeof GROUPS)[number],
  role: Role,
  account: string,
  name: string,
  sentence: string,
  more: Partial<Pick<DemoAccount, 'organisation' | 'region' | 'municipality'>> = {},
): DemoAccount => ({
  account,
  name,
  role,
  organisation: null,
  region: null,
  municipality: null,
  scopes: [],
  group,
  sentence,
  ...more,
})

const student = (account: string, name: string, sentence: string): DemoAccount =>
  person('Leerlingen en studenten', 'STUDENT', account, name, sentence)

const guardian = (account: string, name: string, sentence: string): DemoAccount =>
  person('Ouders en verzorgers', 'GUARDIAN', account, name, sentence)

const partner = (account: string, organisation: DemoOrganisation, scopes: readonly string[]): DemoAccount => ({
  account,
  name: `Systeem van ${organisation.name}`,
  role: 'PARTNER',
  organisation,
  region: null,
  municipality: null,
  scopes,
  group: null,
  sentence: `Het systeem van ${organisation.name}.`,
})

/** Everybody of domain §11, and the guardians whose yes or no is part of a student's case. */
export const accounts: readonly DemoAccount[] = [
  student(
    'noor',
    'Noor de Vries',
    'Noor is 15, doet vmbo-kader en heeft dyslexie. Zij wil naar ROC Voorbeeld. Haar vader moet nog iets goedkeuren.',
  ),
  student(
    'sem',
    'Sem Bakker',
    'Sem is 16 en wil naar ROC Voorbeeld. Er is nog niets gedeeld, want zijn moeder heeft nog geen ja gezegd.',
  ),
  student(
    'fatima',
    'Fatima El Amrani',
    'Fatima is vandaag 18 geworden en wil naar Vakcollege Delta. Vanaf vandaag beslist zij zelf.',
  ),
  student(
    'daan',
    'Daan Visser',
    'Daan is 17 en wil naar ROC Voorbeeld. Zijn moeder zei ja. Zijn vader is daarna gestopt met delen.',
  ),
  student('yara', 'Yara Haddad', 'Yara is 17 en wil naar ROC Voorbeeld. Zij heeft geen BSN, maar een onderwijsnummer.'),
  student(
    'tim',
    'Tim Mulder',
    'Tim is 16 en gaat van het praktijkonderwijs naar de entree-opleiding van ROC Voorbeeld. Hij meldde zich aan op 2 april.',
  ),
  student(
    'lotte',
    'Lotte van Dijk',
    'Lotte is 19 en doet vavo. Zij meldde zich aan bij drie mbo-scholen in drie regio’s.',
  ),
  student(
    'mees',
    'Mees Jansen',
    'Mees is geboren op 29 februari. Hij meldde zich op 1 april om 23.59 uur aan bij Vakcollege Delta.',
  ),
  student('eva', 'Eva Smit', 'Eva is 18 en wil naar ROC Voorbeeld. Zij deelt niets.'),
  student('jay', 'Jay Pinas', 'Jay is 18, heeft faalangst en is al ingeschreven bij ROC Voorbeeld.'),

  guardian('father-of-noor', 'Erik de Vries', 'De vader van Noor. Hij beslist mee over wat Noor deelt.'),
  guardian('mother-of-sem', 'Anja Bakker', 'De moeder van Sem. Zij heeft nog geen ja gezegd.'),
  guardian(
    'mother-of-fatima',
    'Samira El Amrani',
    'De moeder van Fatima. Fatima is vandaag 18 geworden, dus zij kijkt niet meer mee.',
  ),
  guardian('mother-of-daan', 'Petra Visser', 'De moeder van Daan. Zij zei ja tegen delen.'),
  guardian('father-of-daan', 'Rob Visser', 'De vader van Daan. Hij is gestopt met delen.'),

  person('Het Vechtdal College', 'MENTOR', 'joris', 'Joris Hoekstra', 'De mentor van alle tien de leerlingen.', {
    organisation: vechtdalCollege,
  }),
  person('Het Vechtdal College', 'CARE_COORDINATOR', 'amira', 'Amira Benali', 'De zorgcoördinator van Noor en Jay.', {
    organisation: vechtdalCollege,
  }),

  person(
    'Het mbo',
    'INTAKER',
    'marieke',
    'Marieke Postma',
    'Voert de kennismaking met nieuwe studenten van ROC Voorbeeld.',
    {
      organisation: rocVoorbeeld,
    },
  ),
  person(
    'Het mbo',
    'INTAKER',
    'karim',
    'Karim Yilmaz',
    'Voert de kennismaking met nieuwe studenten van Vakcollege Delta.',
    {
      organisation: vakcollegeDelta,
    },
  ),

  person(
    'Regio en gemeente',
    'REGION_ANALYST',
    'ilse',
    'Ilse Brouwer',
    'Ziet de aantallen van de regio IJssel-Vecht, en nooit een dossier.',
    { region: '10' },
  ),
  person(
    'Regio en gemeente',
    'MUNICIPALITY',
    'zwolle',
    'Doorstroompunt Zwolle',
    'Ziet van de inwoners van Zwolle alleen hoe het met de aanmelding staat.',
    { organisation: zwolle, municipality: zwolle.brin },
  ),

  person(
    'Beheer',
    'ADMINISTRATOR',
    'beheer',
    'Beheerder',
    'Beheert accounts en afspraken, en ziet nooit wat in een dossier staat.',
  ),

  partner('roc-voorbeeld', rocVoorbeeld, PARTNER_SCOPES),
  // Without the personal number, so that the demo shows what a scope cuts.
  partner(
    'vakcollege-delta',
    vakcollegeDelta,
    PARTNER_SCOPES.filter((scope) => scope !== 'number:read'),
  ),
]

const byAccount = new Map(accounts.map((one) => [one.account, one]))

/** The account of this name; undefined when the demo has none. */
export const accountOf = (account: string): DemoAccount | undefined => byAccount.get(account)

/** Someone whom a person can be on the sign-in page; undefined for a partner system. */
export const personOf = (account: string): DemoAccount | undefined => {
  const found = byAccount.get(account)
  return found?.group ? found : undefined
}

/** The partner systems, which sign in with a secret of their own. */
export const partners: readonly DemoAccount[] = accounts.filter((one) => one.role === 'PARTNER')
