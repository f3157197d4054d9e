import { SaxesParser } from 'saxes'
import { BadValue, dayOf, Faults, linesOf, needed, textOf } from './cells.ts'
import * as formats from './formats.ts'
import { readPupil, type Reading, type Source } from './pupils.ts'
import { MOST, Unreadable, type ImportField, type PupilContent, type PupilMore, type ReadRow } from './words.ts'

/** An element as far as it is looked at. Names are without prefix, capitals and signs. */
interface Element {
  name: string
  text: string
  children: Element[]
}

/**
 * Reads XML into elements. A DOCTYPE ends it at once, and with it every entity of a file's own: there is nothing to expand
 * and nothing to fetch. Depth and number of elements are bounded.
 */
export function readXml(text: string): Element {
  const root: Element = { name: '', text: '', children: [] }
  const open = [root]
  let elements = 0
  const parser = new SaxesParser({ position: true })
  const stop = (nl: string, en: string): never => {
    throw new Unreadable(nl, en, parser.line)
  }
  parser.on('doctype', () =>
    stop(
      'Dit bestand heeft een DOCTYPE. Die nemen wij niet aan: er kan van alles in verstopt zitten.',
      'This file has a DOCTYPE. We do not take it: anything may be hidden in it.',
    ),
  )
  parser.on('opentag', ({ name }) => {
    elements += 1
    if (open.length > MOST.depth || elements > MOST.elements)
      stop('Dit bestand is te diep of te groot voor een dossier.', 'This file is too deep or too large for a dossier.')
    const element: Element = { name: plain(name), text: '', children: [] }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  const add = (part: string): void => {
    const element = open.at(-1)!
    if (element.text.length < MOST.cell) element.text += part
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => void open.pop())
  parser.on('error', () => stop('Dit is geen goede XML.', 'This is not well-formed XML.'))
  parser.write(text).close()
  const [top] = root.children
  if (!top) throw new Unreadable('Dit bestand is leeg.', 'This file is empty.')
  return top
}

const plain = (name: string): string =>
  name
    .slice(name.lastIndexOf(':') + 1)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')

/** Every element of one of these names, however deep. */
function all(element: Element, ...names: string[]): Element[] {
  return element.children.flatMap((child) => [...(names.includes(child.name) ? [child] : []), ...all(child, ...names)])
}
const first = (element: Element | undefined, ...names: string[]): Element | undefined =>
  element && names.map((name) => all(element, name)[0]).find((found) => found !== undefined)
const valueOf = (element: Element | undefined, ...names: string[]): string | undefined =>
  first(element, ...names)?.text.trim() || undefined

/** Where each field of a pupil stands. */
const ELEMENTS: Partial<Record<ImportField, readonly string[]>> = {
  PUPIL_NUMBER: ['leerlingnummer', 'leerlingid', 'leerlingnr'],
  INITIALS: ['voorletters', 'voorletters1'],
  CALL_NAME: ['roepnaam'],
  SURNAME_PREFIX: ['voorvoegsel', 'voorvoegsels', 'tussenvoegsel'],
  SURNAME: ['achternaam', 'geslachtsnaam'],
  BIRTH_DATE: ['geboortedatum'],
  PERSONAL_NUMBER: ['bsn', 'pgn', 'onderwijsnummer'],
  SCHOOL_LEVEL: ['onderwijssoort', 'niveau', 'leerweg'],
  MUNICIPALITY_CODE: ['gemeentecode'],
  MUNICIPALITY_NAME: ['gemeentenaam'],
  EMAIL: ['email', 'emailadres'],
  PHONE: ['telefoonnummer', 'mobielnummer', 'telefoon'],
  STREET: ['straatnaam', 'straat'],
  HOUSE_NUMBER: ['huisnummer'],
  HOUSE_NUMBER_ADDITION: ['huisnummertoevoeging'],
  POSTCODE: ['postcode'],
  CITY: ['plaatsnaam', 'woonplaats'],
}

/** The support areas and accommodations of the VO-MBO block (domain §10). */
const AREAS =
  'READING_SPELLING NUMERACY CONCENTRATION PLANNING FEAR_OF_FAILURE SOCIAL BEHAVIOUR VISION HEARING MOBILITY ENERGY_ILLNESS DUTCH_AS_SECOND_LANGUAGE HOME_SITUATION OTHER NONE'.split(
    ' ',
  )
const HELP =
  'EXTRA_TIME READ_ALOUD_SOFTWARE LAPTOP QUIET_ROOM FIXED_COACH PLANNING_HELP SMALL_GROUP LARGER_PRINT HEARING_EQUIPMENT BREAKS WHEELCHAIR_ACCESS ADAPTED_TIMETABLE TALK_BEFORE_TEST OTHER'.split(
    ' ',
  )
const DUTCH_AREAS: Readonly<Record<string, string>> = {
  dyslexie: 'READING_SPELLING',
  'lezen en spellen': 'READING_SPELLING',
  dyscalculie: 'NUMERACY',
  rekenen: 'NUMERACY',
  concentratie: 'CONCENTRATION',
  plannen: 'PLANNING',
  faalangst: 'FEAR_OF_FAILURE',
  gedrag: 'BEHAVIOUR',
  nt2: 'DUTCH_AS_SECOND_LANGUAGE',
  geen: 'NONE',
}

/** One dossier out of an OSO file: person, school career, and the VO-MBO block. */
export function readOso(text: string, reading: Reading): ReadRow<PupilContent>[] {
  const top = readXml(text)
  const pupils = top.name === 'leerling' ? [top] : all(top, 'leerling')
  const [person] = pupils
  if (!person || pupils.length > 1)
    throw new Unreadable(
      'In een OSO-bestand hoort precies één leerling te staan.',
      'An OSO file is about exactly one pupil.',
    )
  const faults = new Faults(1)
  const career = newest(all(top, 'inschrijving', 'schoolloopbaanperiode'))
  const block = first(top, 'vombo', 'vombodossier', 'overstapvombo')
  const gender = faults.take('geslacht', () => formats.osoGender(valueOf(person, 'geslacht') ?? null))
  const source: Source = {
    heading: (field) => ELEMENTS[field]?.[0] ?? null,
    value(field) {
      if (field === 'GENDER') return ''
      if (field === 'START_YEAR') return valueOf(block, 'startjaar')
      const names = ELEMENTS[field]
      if (!names) return undefined
      return field === 'SCHOOL_LEVEL' ? valueOf(career ?? person, ...names) : valueOf(person, ...names)
    },
  }
  const { content, faults: others } = readPupil(source, 1, reading)
  const more = block ? readBlock(block, faults, reading.now) : null
  const found = [...faults.list, ...others]
  if (!content || gender === null || found.length > 0) return [{ line: 1, content: null, faults: found }]
  return [{ line: 1, faults: [], content: { ...content, identity: { ...content.identity, gender }, more } }]
}

/** The school that the pupil is at: the period that began last. A day that cannot be read is no day. */
function newest(periods: readonly Element[]): Element | undefined {
  const began = (period: Element): string => {
    try {
      return dayOf(textOf(valueOf(period, 'begindatum', 'datuminschrijving'), 40)) ?? ''
    } catch {
      return ''
    }
  }
  return periods.toSorted((a, b) => began(b).localeCompare(began(a)))[0]
}

function readBlock(block: Element, faults: Faults, now: Date): PupilMore {
  const choice = (value: string | undefined, known: readonly string[]): string => {
    const text = needed(textOf(value, 60))
    const code = DUTCH_AREAS[text.toLowerCase()] ?? text.toUpperCase()
    return known.includes(code) ? code : 'OTHER'
  }
  const needs = all(block, 'begeleidingsbehoefte').map((need) => ({
    area: faults.take('gebied', () => choice(valueOf(need, 'gebied', 'soort'), AREAS)) ?? 'OTHER',
    accommodations: [
      ...new Set(
        all(need, 'voorziening').map((one) => faults.take('voorziening', () => choice(one.text, HELP)) ?? 'OTHER'),
      ),
    ],
  }))
  const advice = faults.take('studieadvies', () => linesOf(valueOf(block, 'studieadvies', 'advies'), 4000))
  const applications = all(block, 'aanmelding').flatMap((one) => {
    const institution = faults.take('brin', () => brinOf(needed(textOf(valueOf(one, 'brin', 'brinnummer'), 6))))
    const crebo = faults.take('crebo', () => creboOf(needed(textOf(valueOf(one, 'crebo', 'crebocode'), 5))))
    const year = faults.take('startjaar', () => formats.startYearOf(textOf(valueOf(one, 'startjaar'), 20), now))
    return institution && crebo && year ? [{ institution, crebo, startYear: year }] : []
  })
  return { needs: onceEach(needs), advice, applications }
}

const onceEach = (needs: PupilMore['needs']): PupilMore['needs'] => [
  ...new Map(needs.map((need) => [need.area, need])).values(),
]

function brinOf(value: string): string {
  const brin = value.toUpperCase().slice(0, 4)
  if (!/^\d{2}[A-Z]{2}$/.test(brin))
    throw new BadValue('Een BRIN is twee cijfers en twee letters.', 'A BRIN is two digits and two letters.')
  return brin
}

function creboOf(value: string): string {
  if (!/^\d{5}$/.test(value)) throw new BadValue('Een crebo is vijf cijfers.', 'A crebo is five digits.')
  return value
}
