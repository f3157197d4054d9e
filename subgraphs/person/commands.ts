import { randomUUID } from 'node:crypto'
import { ageOn } from '@doorstroomhub/kit/calendar.ts'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { invalid, notAvailable, notFound, unauthenticated } from '@doorstroomhub/kit/errors.ts'
import { isOutsider } from '@doorstroomhub/kit/reader.ts'
import { line, needed } from '@doorstroomhub/kit/text.ts'
import { mayChange } from '@doorstroomhub/kit/writing.ts'
import {
  Contact,
  Identity,
  NumberReveal,
  PersonalNumber,
  type Address,
  type Gender,
  type Purpose,
  type Role,
  type SchoolLevel,
} from './entities.ts'
import type { PersonContext } from './schema.ts'

/** What an input leaves out stays as it is; null empties it. */
type Correction<Fields> = { [Field in keyof Fields]?: Fields[Field] | null }

const INITIALS = /^(?:\p{Lu}\p{L}{0,3}\.-?)+$/u
const MUNICIPALITY = /^GM[0-9]{4}$/
const BRIN = /^[0-9]{2}[A-Z]{2}$/
/** Nobody goes from secondary to vocational school at another age; it catches a slip of the pen. */
const AGES = { least: 10, most: 100 }

function initialsOf(value: string | null): string {
  const initials = needed('initials', line('initials', value, 30)).replace(/\s+/g, '')
  if (!INITIALS.test(initials))
    throw invalid('initials', 'Write initials with dots: "N.J."', 'Schrijf voorletters met punten: "N.J."')
  return initials
}

function birthDateOf(value: string | null, now: Date): string {
  const birthDate = needed('birthDate', value)
  const age = ageOn(birthDate, now)
  if (age < AGES.least || age > AGES.most)
    throw invalid(
      'birthDate',
      `A student is ${AGES.least} to ${AGES.most} years old. Check the date.`,
      `Een leerling is ${AGES.least} tot ${AGES.most} jaar oud. Kijk de datum na.`,
    )
  return birthDate
}

function brinOf(value: string | null): string | null {
  const brin = line('leavingSchool', value, 10)?.toUpperCase() ?? null
  if (brin !== null && !BRIN.test(brin))
    throw invalid(
      'leavingSchool',
      'A school is named by its BRIN: two digits and two letters.',
      'Een school heeft een BRIN: twee cijfers en twee letters.',
    )
  return brin
}

function municipalityOf(value: { code: string; name: string } | null) {
  if (value === null) return { municipalityCode: null, municipalityName: null }
  if (!MUNICIPALITY.test(value.code))
    throw invalid(
      'municipality.code',
      'A municipality is named by GM and four digits: "GM0193".',
      'Een gemeente heeft een code van GM en vier cijfers: "GM0193".',
    )
  return {
    municipalityCode: value.code,
    municipalityName: needed('municipality.name', line('municipality.name', value.name, 80)),
  }
}

export type IdentityInput = Correction<{
  initials: string
  surnamePrefix: string
  surname: string
  callName: string
  birthDate: string
  gender: Gender
  municipality: { code: string; name: string }
  leavingSchool: string
  leavingLevel: SchoolLevel
}>

/** What of this input is kept, each value in its one form. */
export function identityValues(input: IdentityInput, now: Date) {
  return {
    ...(input.initials === undefined ? {} : { initials: initialsOf(input.initials) }),
    ...(input.surnamePrefix === undefined ? {} : { surnamePrefix: line('surnamePrefix', input.surnamePrefix, 20) }),
    ...(input.surname === undefined ? {} : { surname: needed('surname', line('surname', input.surname, 100)) }),
    ...(input.callName === undefined ? {} : { callName: line('callName', input.callName, 60) }),
    ...(input.birthDate === undefined ? {} : { birthDate: birthDateOf(input.birthDate, now) }),
    ...(input.gender === undefined ? {} : { gender: needed('gender', input.gender) }),
    ...(input.municipality === undefined ? {} : municipalityOf(input.municipality)),
    ...(input.leavingSchool === undefined ? {} : { leavingSchool: brinOf(input.leavingSchool) }),
    ...(input.leavingLevel === undefined ? {} : { leavingLevel: input.leavingLevel }),
    updatedAt: now,
  }
}

/** Corrects what the school has registered. Who may: the mentor. */
export async function correctIdentity(
  em: EntityManager,
  context: PersonContext,
  input: { dossierId: string } & IdentityInput,
): Promise<{ id: string }> {
  const { dossierId } = input
  await mayChange(context, dossierId, 'IDENTITY', 'write')
  const values = identityValues(input, context.now())
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const present = await transaction.findOne(Identity, { dossierId })
    const identity = present
      ? transaction.assign(present, values)
      : transaction.create(Identity, {
          dossierId,
          surnamePrefix: null,
          callName: null,
          municipalityCode: null,
          municipalityName: null,
          leavingSchool: null,
          leavingLevel: null,
          ...values,
          initials: needed('initials', values.initials),
          surname: needed('surname', values.surname),
          birthDate: needed('birthDate', values.birthDate),
          gender: needed('gender', values.gender),
        })
    tell('CONTENT', ['IDENTITY'])
    tell('FACTS', {
      birthDate: identity.birthDate,
      identityComplete: true,
      ...(identity.municipalityCode ? { municipalityCode: identity.municipalityCode } : {}),
      ...(identity.leavingLevel ? { schoolLevel: identity.leavingLevel } : {}),
    })
    return { id: dossierId }
  })
}

const EMAIL = /^[^\s@<>"]+@[^\s@<>".]+(?:\.[^\s@<>".]+)+$/
/** Ten digits in the Netherlands, or a number of another country with its `+`. */
const PHONE = /^(?:0[0-9]{9}|\+[1-9][0-9]{7,14})$/
const POSTCODE = /^([1-9][0-9]{3}) ?([A-Z]{2})$/
const HOUSE_NUMBER = /^[1-9][0-9]{0,4}(?:[ -]?[0-9A-Za-z]{1,6}){0,2}$/

function emailOf(value: string | null): string | null {
  const email = line('email', value, 254)
  if (email !== null && !EMAIL.test(email))
    throw invalid('email', 'This is no e-mail address.', 'Dit is geen e-mailadres.')
  return email
}

function phoneOf(value: string | null): string | null {
  // "+31 (0)6": the nought in brackets is not dialled after the code of a country.
  const phone =
    line('phone', value, 30)
      ?.replace(/^(\+.*)\(0\)/, '$1')
      .replace(/[\s().-]/g, '') ?? null
  if (phone !== null && !PHONE.test(phone))
    throw invalid(
      'phone',
      'A telephone number has ten digits, or begins with + and the code of the country.',
      'Een telefoonnummer heeft tien cijfers, of begint met + en de code van het land.',
    )
  return phone
}

function addressOf(value: Address | null): Address | null {
  if (value === null) return null
  const [, digits, letters] = POSTCODE.exec((line('address.postcode', value.postcode, 10) ?? '').toUpperCase()) ?? []
  if (!digits || !letters)
    throw invalid('address.postcode', 'Write a postcode as "8011 AB".', 'Schrijf een postcode als "8011 AB".')
  const houseNumber = line('address.houseNumber', value.houseNumber, 20) ?? ''
  if (!HOUSE_NUMBER.test(houseNumber))
    throw invalid(
      'address.houseNumber',
      'Write a house number as "12" or "12 B".',
      'Schrijf een huisnummer als "12" of "12 B".',
    )
  return {
    street: needed('address.street', line('address.street', value.street, 100)),
    houseNumber,
    postcode: `${digits} ${letters}`,
    city: needed('address.city', line('address.city', value.city, 80)),
  }
}

export type ContactInput = Correction<{ email: string; phone: string; address: Address }>

/** What of this input is kept, each value in its one form. */
export const contactValues = (input: ContactInput, now: Date) => ({
  ...(input.email === undefined ? {} : { email: emailOf(input.email) }),
  ...(input.phone === undefined ? {} : { phone: phoneOf(input.phone) }),
  ...(input.address === undefined ? {} : { address: addressOf(input.address) }),
  updatedAt: now,
})

/** How the student is reached. Who may: the student. */
export async function updateContact(
  em: EntityManager,
  context: PersonContext,
  input: { dossierId: string } & ContactInput,
): Promise<{ id: string }> {
  const { dossierId } = input
  await mayChange(context, dossierId, 'CONTACT', 'write')
  const values = contactValues(input, context.now())
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const present = await transaction.findOne(Contact, { dossierId })
    if (present) transaction.assign(present, values)
    else transaction.create(Contact, { dossierId, email: null, phone: null, address: null, ...values })
    tell('CONTENT', ['CONTACT'])
    return { id: dossierId }
  })
}

/**
 * The whole personal number, to who may see it masked. That it was shown, to whom and what for, is kept before it leaves.
 * An outsider is judged by the purpose that came with the request, so that this one must be the same.
 */
export async function revealPersonalNumber(
  em: EntityManager,
  context: PersonContext,
  { dossierId, purpose }: { dossierId: string; purpose: Purpose },
): Promise<string> {
  const { viewer, requestId } = context.asking
  if (!viewer) throw unauthenticated()
  const answer = await context.judgements.may(dossierId, 'PERSONAL_NUMBER')
  if (!answer.related) throw notFound()
  if (!answer.allowed) throw notAvailable()
  const row = await em.findOne(PersonalNumber, { dossierId })
  if (!row) throw notAvailable()
  if (isOutsider(answer) && purpose !== context.asking.purpose)
    throw invalid(
      'purpose',
      'State the purpose for which you opened the dossier (x-purpose).',
      'Noem het doel waarvoor u het dossier opende (x-purpose).',
    )
  await context.writing.change(em, context, dossierId, async (transaction) => {
    transaction.create(NumberReveal, {
      id: randomUUID(),
      dossierId,
      at: context.now(),
      subject: viewer.subject,
      name: viewer.name,
      role: viewer.role as Role,
      organisation: viewer.organisation?.brin ?? null,
      purpose,
      requestId,
    })
  })
  return context.sealer.open(row.sealed, dossierId)
}
