import type { OpenConsent } from '@doorstroomhub/consent/main.ts'
import { PURPOSES, type Purpose } from '@doorstroomhub/consent/rules/words.ts'
import type { World } from '../world.ts'
import { Pick, type Action, type Verdict } from './actions/action.ts'
import * as agreements from './actions/agreements.ts'
import * as applications from './actions/applications.ts'
import * as content from './actions/content.ts'
import * as dossier from './actions/dossier.ts'
import * as parties from './actions/parties.ts'
import * as sharing from './actions/sharing.ts'
import { begin, type Beginning } from './beginning.ts'
import { birthday, DAY_MS, midnight, settle, standing, timePasses, today, type Model } from './case.ts'
import { compareGraph, compareOwner } from './compare.ts'
import { fingerprint, judged, mutate } from './hub.ts'
import type { Person } from './people.ts'
import { readsAll } from './reading.ts'

/** The numbers from which one step is drawn. */
export type Step = readonly number[]

/** The hub and the model disagree. The story tells how it came to that. */
export class Disagreement extends Error {
  /** How many of the steps were taken when it showed. */
  readonly taken: number
  constructor(story: readonly string[], taken: number, what: string) {
    super(`${what}\n\nThe story:\n${story.map((line, index) => `${index + 1}. ${line}`).join('\n')}`)
    this.taken = taken
  }
}

const ACTIONS: readonly Action[] = [agreements, applications, content, dossier, parties, sharing].flatMap((file) =>
  Object.values(file as Record<string, unknown>).filter(
    (one): one is Action => typeof one === 'object' && one !== null && 'mutation' in one,
  ),
)
const WEIGHTS = ACTIONS.reduce((sum, { weight }) => sum + weight, 0)
const TIME_PERCENT = 5
const NOT_YOURS: readonly (string | undefined)[] = ['INVALID', 'NOT_AVAILABLE', 'NOT_FOUND']

function drawAction(pick: Pick): Action {
  let at = pick.below(WEIGHTS)
  for (const action of ACTIONS) if ((at -= action.weight) < 0) return action
  return ACTIONS[0] as Action
}

export interface PlayOptions {
  /** Every reader after every step, instead of some in turn. */
  thorough?: boolean
}

/** How much came by in a story: a test of stories in which nothing happens would say nothing. */
export interface Told {
  commands: number
  /** Mutations that succeeded, statuses, states of consents and grounds of reading. */
  seen: Set<string>
}

/** Plays one story on the hub beside the model. Throws Disagreement. */
export async function play(
  world: World,
  beginning: Beginning,
  steps: readonly Step[],
  { thorough = false }: PlayOptions = {},
): Promise<Told> {
  const { model, bystander } = await begin(world, beginning)
  const story: string[] = []
  const fail = (what: string): never => {
    throw new Disagreement(story, taken, what)
  }
  const refusals = new Map<string, string>()
  const seen = new Set<string>()
  const untouched = await fingerprint(world, bystander)
  let commands = 0
  let turn = 0
  let taken = 0

  async function attempt(action: Action, who: Person, input: unknown): Promise<void> {
    const verdict = action.judge(model, who, input)
    const how = standing(model, who)
    story.push(`${today(model)} ${who.name} ${action.tell(model, input)} -> ${verdict}`)
    // What an erased dossier left in the other rooms goes a moment later.
    const isStill = verdict !== 'OK' && model.status !== 'ERASED'
    const before = isStill ? await fingerprint(world, model.id) : ''
    const answer = await mutate(world, who, action.mutation, action.input(model, input, who), {
      ...(action.shown === undefined ? {} : { shown: action.shown }),
      purpose: action.purpose?.(input) ?? null,
    })
    commands += 1
    if (!fits(verdict, answer.code))
      fail(`${action.mutation} by ${who.name}: expected ${verdict}, got ${answer.code ?? 'OK'} ${answer.text}`)
    if (verdict === 'OK') {
      seen.add(action.mutation)
      try {
        action.apply(model, who, input, answer.data[action.mutation])
      } catch (error) {
        fail(`${action.mutation} by ${who.name}: ${String(error)}`)
      }
      if (model.status !== 'ERASED') settle(model)
      return
    }
    if (isStill && before !== (await fingerprint(world, model.id)))
      fail(`${action.mutation} by ${who.name} was refused and changed rows`)
    // To an institution the word of a refusal must not depend on what the student did.
    if (verdict === 'NOT_YOURS' && how === 'MBO') {
      const known = refusals.get(`${who.viewer.role} ${action.mutation}`)
      if (known && known !== answer.text)
        fail(`${action.mutation} by ${who.name} tells something: first ${known}, now ${answer.text}`)
      refusals.set(`${who.viewer.role} ${action.mutation}`, answer.text)
    }
  }

  /** What the people read must be what the model says they read. */
  async function compareReading(all: boolean): Promise<void> {
    for (const [index, person] of model.cast.everybody.entries()) {
      const isMbo = person.viewer.role === 'INTAKER' || person.viewer.role === 'PARTNER'
      const purposes: (Purpose | null)[] = isMbo ? [...PURPOSES, null] : [null]
      for (const [place, purpose] of purposes.entries()) {
        if (!all && (index + place + turn) % (isMbo ? 4 : 3) !== 0) continue
        const got = await judged(world, person, purpose, model.id)
        const isRelated = standing(model, person) !== null
        if (isRelated !== (got !== null)) fail(`the dossier ${isRelated ? 'is' : 'is not'} ${person.name}'s business`)
        const expected = readsAll(model, person, purpose)
        for (const { basis } of expected.values()) seen.add(basis)
        for (const group of new Set([...expected.keys(), ...(got?.keys() ?? [])])) {
          const [should, does] = [expected.get(group), got?.get(group)]
          const differ =
            should?.basis !== does?.['basis'] ||
            distinct(should?.leftOut) !== distinct(does?.['leftOut'] as string[] | undefined) ||
            (should?.detail !== undefined && should.detail !== does?.['detail']) ||
            JSON.stringify(should?.sections) !== JSON.stringify(does?.['sections'])
          if (differ)
            fail(
              `${person.name} (${person.viewer.role}) for ${purpose ?? 'no purpose'}: ${group} should be ${JSON.stringify(should) ?? 'closed'}, is ${JSON.stringify(does) ?? 'closed'}`,
            )
        }
      }
    }
  }

  async function compare(all: boolean): Promise<void> {
    turn += 1
    seen.add(model.status)
    for (const { state } of model.consents) seen.add(state)
    const wrong = await compareOwner(world, model)
    if (wrong) fail(wrong)
    await compareReading(all || thorough)
    if (!all) return
    for (const person of model.cast.everybody) {
      const differs = await compareGraph(world, model, person)
      if (differs) fail(differs)
    }
    if (!isSameDossier(untouched, await fingerprint(world, bystander))) fail("another student's dossier changed")
  }

  async function letTimePass(pick: Pick): Promise<void> {
    const to = moment(model, pick)
    if (to <= model.now) return
    model.now = to
    world.clock.set(new Date(to))
    story.push(`-- it is ${new Date(to).toISOString()}`)
    // Nobody's right waits for the scheduler.
    await compareReading(thorough)
    timePasses(model)
    await (world.hub.subgraphs[0] as OpenConsent).runDue()
  }

  await attempt(applications.register, model.cast.student, {
    institution: model.places.institutions[0].brin,
    crebo: applications.register.draw(model, new Pick([0, 0, 0]))!.crebo,
    startYear: model.startYear,
  })
  for (const [index, numbers] of steps.entries()) {
    const pick = new Pick(numbers)
    taken = index + 1
    if (pick.chance(TIME_PERCENT)) await letTimePass(pick)
    else {
      const action = drawAction(pick)
      const input = action.draw(model, pick)
      if (input === null) continue
      const able = model.cast.everybody.filter((person) => action.judge(model, person, input) === 'OK')
      const who = able.length > 0 && pick.chance(80) ? pick.one(able) : pick.one(model.cast.everybody)
      await attempt(action, who, input)
    }
    await compare(index % 25 === 24)
    if (model.status === 'ERASED' && index % 25 === 24) break
  }
  await compare(true)
  return { commands, seen }
}

const distinct = (ids: readonly string[] = []): string => [...new Set(ids)].toSorted().join()

/** The same but for the agreements, which are everybody's. */
function isSameDossier(first: string, second: string): boolean {
  const own = (text: string) =>
    JSON.stringify((JSON.parse(text) as { name: string }[]).filter(({ name }) => name !== 'consent.agreement'))
  return own(first) === own(second)
}

const fits = (verdict: Verdict, code: string | undefined): boolean => {
  if (verdict === 'OK') return code === undefined
  return verdict === 'NOT_YOURS' ? NOT_YOURS.includes(code) : code === verdict
}

/** Where the clock goes: a little on, or to the very second at which something changes or has just not changed yet. */
function moment(model: Model, pick: Pick): number {
  const year = Number(today(model).slice(0, 4))
  const second = pick.chance(50) ? 0 : -1000
  switch (pick.below(14)) {
    case 0:
      return model.now + 5 * 60_000
    case 1:
      return model.now + 20 * 60_000
    case 2:
      return model.now + 7 * 3_600_000
    case 3:
      return model.now + DAY_MS
    case 4:
      return model.now + 14 * DAY_MS + second
    case 5: {
      const next = [16, 18].map((age) => midnight(birthday(model.birthDate, age)) + second)
      return next.find((at) => at > model.now && at < model.now + 300 * DAY_MS) ?? model.now + DAY_MS
    }
    case 6:
      return pick.chance(50) ? midnight(`${year}-10-01`) + second : model.now + 2 * DAY_MS
    default: {
      const open = model.consents.filter(({ state }) => state === 'PENDING_APPROVAL')
      const next = Math.min(...open.map(({ createdAt }) => createdAt + 14 * DAY_MS))
      if (pick.chance(20) && Number.isFinite(next)) return next + second
      return model.now + 3_600_000 * (1 + pick.below(20))
    }
  }
}
