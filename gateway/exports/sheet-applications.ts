import type { Fields, Value } from './envelope.ts'
import { day, filled, moment, optional, type Block } from './sheet-blocks.ts'
import { word } from './words.ts'

const list = (value: Value | undefined): Fields[] => (value ?? []) as Fields[]
const nameIn = (value: Value | undefined): string => String((value as Fields)['name'])
const groups = (value: Value | undefined): string =>
  list(value)
    .map((each) => word('group', each))
    .join(', ')

/** The applications, each with the preparation of its talk: the frozen one for an institution, all of it for the others. */
export function applicationBlocks(dossier: Fields, notThere: string): Block[] {
  const applications = list(dossier['applications'])
  const talks = applications.flatMap(({ institution, intakePreparation }): Block[] => [
    { kind: 'heading', text: `Voor ${nameIn(institution)}` },
    ...(intakePreparation
      ? preparation(intakePreparation as Fields, notThere)
      : [{ kind: 'text', text: notThere } as Block]),
  ])
  return [
    { kind: 'group', text: 'Voorbereiding op de kennismaking' },
    ...(talks.length > 0 ? talks : [{ kind: 'text', text: notThere } as Block]),
    { kind: 'group', text: 'Aanmeldingen' },
    ...(applications.length > 0 ? applications.flatMap(application) : [{ kind: 'text', text: notThere } as Block]),
  ]
}

function application(one: Fields): Block[] {
  const { name, level, route } = one['programme'] as Fields
  return [
    { kind: 'heading', text: nameIn(one['institution']) },
    ...filled([
      ['Opleiding', `${String(name)} (${word('mboLevel', level)}, ${word('route', route)})`],
      ['Begint in', one['startYear']],
      ['Aangemeld op', `${day(one['appliedAt'])}, ${one['onTime'] ? 'op tijd (uiterlijk 1 april)' : 'na 1 april'}`],
      ['Status', word('applicationStatus', one['status'])],
      ['Kennismaking', moment(one['talkAt'])],
    ]),
  ]
}

/** A live preparation with its sections and frozen versions, or one frozen version alone. */
function preparation(one: Fields, notThere: string): Block[] {
  if ('number' in one) return version(one)
  const sections = list(one['sections']).flatMap(({ key, access, text }): Block[] => [
    {
      kind: 'pair',
      term: word('section', key),
      text: access === 'NONE' ? notThere : String(text ?? '') === '' ? 'Nog niets ingevuld.' : String(text),
    },
  ])
  return [...sections, ...list(one['versions']).flatMap(version)]
}

const version = ({ number, frozenAt, frozenBy, sha256, sections }: Fields): Block[] => [
  { kind: 'heading', text: `Bewaarde versie ${String(number)}, van ${moment(frozenAt)}, door ${String(frozenBy)}` },
  ...list(sections).map(({ key, text }): Block => ({ kind: 'pair', term: word('section', key), text: String(text) })),
  { kind: 'pair', term: 'Controlegetal (SHA-256)', text: String(sha256) },
]

/** What is shared with which school, and what was asked: for the student, the family and the school, as far as it is theirs. */
export function sharingBlocks(dossier: Fields): Block[] {
  const consents = list(dossier['consents'])
  const requests = list(dossier['consentRequests'])
  const cases = list(dossier['guidanceCases'])
  if (consents.length + requests.length + cases.length === 0) return []
  return [
    { kind: 'group', text: 'Wat er gedeeld is' },
    ...consents.flatMap((one): Block[] => [
      { kind: 'heading', text: nameIn(one['institution']) },
      ...filled([
        ['Wat', groups(one['groups'])],
        ['Waarvoor', word('purpose', one['purpose'])],
        ['Status', word('consentState', one['state'])],
        ['Gedeeld sinds', moment(one['grantedAt'])],
        ['Gestopt op', moment(one['revokedAt'])],
        ['Gestopt door', optional(one['stoppedBy'], nameIn)],
        ['De woorden die erbij stonden', one['wording']],
      ]),
    ]),
    ...requests.map(({ institution, groups: asked, purpose, message, askedAt }): Block => ({
      kind: 'pair',
      term: `${nameIn(institution)} vroeg op ${day(askedAt)}`,
      text: `${groups(asked)}, voor ${word('purpose', purpose)}.${message === null ? '' : ` ${String(message)}`}`,
    })),
    ...cases.map(({ institution, officer, reason, openedAt, closedAt }): Block => ({
      kind: 'pair',
      term: `Bijzondere begeleiding bij ${nameIn(institution)}`,
      text: `${String(officer)}, sinds ${day(openedAt)}${closedAt === null ? '' : `, gestopt op ${day(closedAt)}`}. ${String(reason)}`,
    })),
  ]
}

/** Who looked, newest first. */
export const logBlocks = (entries: readonly Fields[]): Block[] => [
  { kind: 'group', text: 'Wie heeft er gekeken?' },
  ...(entries.length === 0 ? [{ kind: 'text', text: 'Nog niemand.' } as Block] : []),
  ...entries.map(({ at, reader, role, organisation, groups: read, purpose, basis }): Block => ({
    kind: 'pair',
    term: moment(at),
    text: [
      `${String(reader)} (${word('role', role)}${organisation ? ` van ${nameIn(organisation)}` : ''})`,
      groups(read),
      ...(purpose === null ? [] : [`voor ${word('purpose', purpose)}`]),
      `omdat: ${word('basis', basis)}`,
    ].join('; '),
  })),
]
