import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { HubError, invalid, notAvailable, notFound, unauthenticated } from '@doorstroomhub/kit/errors.ts'
import type { Sealer } from '@doorstroomhub/kit/sealed.ts'
import { line, needed } from '@doorstroomhub/kit/text.ts'
import { mayChange } from '@doorstroomhub/kit/writing.ts'
import { contactValues, identityValues, type ContactInput, type IdentityInput } from './commands.ts'
import { Contact, Identity, PersonalNumber, type NumberKind } from './entities.ts'
import { isBsn, isOnderwijsnummer } from './number.ts'
import type { PersonContext } from './schema.ts'

/** What is wrong with a number is said without the number: an error text is read by many. */
function numberOf(field: string, value: string | null | undefined): { number: string; kind: NumberKind } {
  const number = needed(field, line(field, value, 20)).replaceAll(/[\s.]/g, '')
  if (isBsn(number)) return { number, kind: 'BSN' }
  if (isOnderwijsnummer(number)) return { number, kind: 'ONDERWIJSNUMMER' }
  throw invalid(
    field,
    'This number is not right: it is not nine digits, or it fails the eleven-test. Check it.',
    'Dit nummer klopt niet: het zijn geen negen cijfers, of de elfproef gaat niet op. Kijk het na.',
  )
}

function sealed(sealer: Sealer, dossierId: string, { number, kind }: ReturnType<typeof numberOf>) {
  return { dossierId, kind, sealed: sealer.seal(number, dossierId), lookup: sealer.hash(number) }
}

/** The school enters the personal number, or corrects it. Who may: the mentor, as of the rest of who the student is. */
export async function enterPersonalNumber(
  em: EntityManager,
  context: PersonContext,
  input: { dossierId: string; number: string },
): Promise<{ id: string }> {
  const { dossierId } = input
  await mayChange(context, dossierId, 'IDENTITY', 'write')
  const row = sealed(context.sealer, dossierId, numberOf('number', input.number))
  return context.writing.change(em, context, dossierId, async (transaction, tell) => {
    const present = await transaction.findOne(PersonalNumber, { dossierId })
    // The same number again changes nothing, and voids nobody's approval.
    if (present?.lookup === row.lookup) return { id: dossierId }
    if (present) transaction.assign(present, row)
    else transaction.create(PersonalNumber, row)
    tell('CONTENT', ['PERSONAL_NUMBER'])
    return { id: dossierId }
  })
}

/** A pupil whose dossier an import is about to open. */
export interface EnteredPupil {
  line: number
  dossierId: string
  identity: IdentityInput
  personalNumber: string | null
  contact: ContactInput | null
}

/** What is wrong with one of them; the others are written. */
export interface PupilFault {
  line: number
  nl: string
  en: string
}

const MOST_AT_ONCE = 500

/**
 * Writes who new pupils are, many in one transaction, under ids that consent reserved for this person's import. Until the
 * dossier opens nobody reads it; whatever never opens is destroyed as an erased one is. Writing it twice is harmless.
 */
export async function enterPupils(
  em: EntityManager,
  context: PersonContext,
  pupils: readonly EnteredPupil[],
): Promise<PupilFault[]> {
  if (!context.asking.viewer) throw unauthenticated()
  if (pupils.length > MOST_AT_ONCE) throw notAvailable()
  const answers = await Promise.all(pupils.map(({ dossierId }) => context.judgements.may(dossierId, 'ENTERING')))
  if (answers.some(({ allowed }) => !allowed)) throw notFound()
  const faults: PupilFault[] = []
  const identities: Record<string, unknown>[] = []
  const numbers: Record<string, unknown>[] = []
  const contacts: Record<string, unknown>[] = []
  const now = context.now()
  for (const { line: at, dossierId, identity, personalNumber, contact } of pupils)
    try {
      const whole = { dossierId, ...EMPTY, ...identityValues(identity, now) }
      const number =
        personalNumber === null ? null : sealed(context.sealer, dossierId, numberOf('number', personalNumber))
      const reached = contact && { dossierId, ...contactValues(contact, now) }
      identities.push(whole)
      if (number) numbers.push(number)
      if (reached) contacts.push(reached)
    } catch (error) {
      if (!(error instanceof HubError) || error.code !== 'INVALID') throw error
      faults.push({ line: at, ...error.sentence })
    }
  const ids = pupils.map(({ dossierId }) => dossierId)
  await context.writing.enter(em, ids, async (transaction) => {
    if (identities.length > 0) await transaction.upsertMany(Identity, identities as never)
    if (numbers.length > 0) await transaction.upsertMany(PersonalNumber, numbers as never)
    if (contacts.length > 0) await transaction.upsertMany(Contact, contacts as never)
  })
  return faults
}

const EMPTY = {
  surnamePrefix: null,
  callName: null,
  municipalityCode: null,
  municipalityName: null,
  leavingSchool: null,
  leavingLevel: null,
}
