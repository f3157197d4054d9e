import type { ConsentState, DossierStatus, FieldGroup, Purpose } from '@doorstroomhub/consent/rules/words.ts'
import { begin } from '../model/beginning.ts'
import type { Model } from '../model/case.ts'
import { mutate, type GraphAnswer } from '../model/hub.ts'
import type { Person } from '../model/people.ts'
import type { World } from '../world.ts'

/** How often each meeting is arranged: what depends on luck must be seen often. */
export const TIMES = 50

/** A sixteen-year-old with two guardians, both needed rules on, applied at the first institution. */
export interface Stage extends Model {
  application: string
}

const BORN = '2010-06-01'

export async function stage(world: World): Promise<Stage> {
  const { model } = await begin(world, { birthDate: BORN, guardians: 2, scopes: 0, policies: 0 })
  const application = await must(world, model.cast.mentor, 'registerApplication', {
    dossierId: model.id,
    institution: model.places.institutions[0].brin,
    crebo: (
      await world.database.sql<{ crebo: string }>('select crebo from consent.programme order by crebo limit 1')
    )[0]!.crebo,
    startYear: model.startYear,
  })
  return { ...model, application: application.id }
}

/** A mutation that has to succeed. */
export async function must(
  world: World,
  who: Person,
  mutation: string,
  input: Record<string, unknown>,
  shown = '{ id }',
) {
  const answer = await mutate(world, who, mutation, input, { shown })
  if (answer.code) throw new Error(`${who.name} may not ${mutation}: ${answer.text}`)
  return answer.data[mutation]
}

/** What came of each, in one word and in the order of the alphabet. */
export const outcomes = (answers: readonly GraphAnswer[]): string[] => answers.map(({ code }) => code ?? 'OK').sort()

/** Puts the dossier where a meeting begins, as if it had come there by itself. */
export async function put(world: World, { id }: Stage, status: DossierStatus): Promise<void> {
  const { sql } = world.database
  await sql('delete from consent.dossier_approval where dossier_id = $1', [id])
  await sql('delete from consent.status_change where dossier_id = $1', [id])
  await sql('delete from consent.change where dossier_id = $1', [id])
  await sql('delete from consent.approval where consent_id in (select id from consent.consent where dossier_id = $1)', [
    id,
  ])
  await sql('delete from consent.consent where dossier_id = $1', [id])
  await sql('update consent.dossier set status = $2, version = 1 where id = $1', [id, status])
}

/** A consent by the student, with a guardian's yes or still waiting for it. */
export async function consented(
  world: World,
  { id, cast, places }: Stage,
  options: { groups?: FieldGroup[]; purpose?: Purpose; approved: boolean },
): Promise<string> {
  const { groups = ['IDENTITY'], purpose = 'INTAKE_TALK', approved } = options
  const given = await must(world, cast.student, 'giveConsent', {
    dossierId: id,
    institution: places.institutions[0].brin,
    groups,
    purpose,
  })
  if (approved) await must(world, cast.guardians[0]!, 'approveConsent', { id: given.id })
  return given.id
}

export interface Kept {
  status: DossierStatus
  version: number
  consents: ConsentState[]
  /** Statuses in the order in which they came. */
  steps: string[]
}

/** What the rows say when it is over. */
export async function kept({ database }: World, { id }: Stage): Promise<Kept> {
  const [dossier] = await database.sql<{ status: DossierStatus; version: number }>(
    'select status, version from consent.dossier where id = $1',
    [id],
  )
  const consents = await database.sql<{ state: ConsentState }>(
    'select state from consent.consent where dossier_id = $1 order by state',
    [id],
  )
  const steps = await database.sql<{ step: string }>(
    `select from_status || '>' || to_status as step from consent.status_change where dossier_id = $1 order by id`,
    [id],
  )
  return { ...dossier!, consents: consents.map(({ state }) => state), steps: steps.map(({ step }) => step) }
}

/** Arranges a meeting again and again; the number of the time is in the message when one goes wrong. */
export async function often(meeting: (time: number) => Promise<void>, times = TIMES): Promise<void> {
  for (let time = 1; time <= times; time += 1)
    try {
      await meeting(time)
    } catch (error) {
      throw new Error(`the ${time}th time of ${times}`, { cause: error })
    }
}
