import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { testServer } from '../world/postgresql.ts'
import { BIRTH_DATES, type Beginning } from './beginning.ts'
import { Disagreement, play, type Step, type Told } from './play.ts'
import { shrink } from './shrink.ts'

/** A story that is long enough to go anywhere; some steps find nothing to do. */
const STEPS = 400
const SHORTEST = 200
/** A story in which much comes by; when the steps are drawn otherwise and it no longer does, look for another. */
const FIXED_SEED = 217
const COMES_BY = ['IN_CONSULTATION', 'GRANTED', 'CONSENT', 'SCHOOL_TASK', 'GUARDIAN', 'LEGAL_DUTY', 'endParty']
/** How long a story that went wrong may be made shorter. */
const SHRINK_MS = Number(process.env['MODEL_SHRINK_MS'] ?? 90_000)
/** New stories are looked for on purpose (`MODEL_RUNS=20 npm test -- test/model`): whoever changes something else is not stopped by an old fault. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 0)
const SEED = process.env['MODEL_SEED'] ? Number(process.env['MODEL_SEED']) : null

const beginnings: fc.Arbitrary<Beginning> = fc.record({
  birthDate: fc.constantFrom(...BIRTH_DATES),
  guardians: fc.constantFrom(1, 2),
  scopes: fc.nat(3),
  policies: fc.nat(15),
})
const step: fc.Arbitrary<Step> = fc.array(fc.nat(0x7fff_ffff), { minLength: 12, maxLength: 12 })
const stories = fc.tuple(beginnings, fc.array(step, { minLength: STEPS, maxLength: STEPS }))

let hub: World
beforeAll(async () => {
  hub = await world({ on: testServer() === null ? 'embedded' : 'postgresql' })
})
afterAll(() => hub.close())

/** Plays the story of this seed; one that goes wrong is told as short as it can be. */
async function tell(seed: number): Promise<Told> {
  const [story] = fc.sample(stories, { seed, numRuns: 1 })
  if (!story) throw new Error('no story')
  const [beginning, steps] = story
  try {
    const told = await play(hub, beginning, steps)
    expect(hub.log, `seed ${seed} left errors in the log`).toEqual([])
    return told
  } catch (error) {
    if (!(error instanceof Disagreement)) throw error
    let shortest = error
    const began = Date.now()
    await shrink(
      steps.slice(0, error.taken),
      async (shorter) => {
        try {
          await play(hub, beginning, shorter, { thorough: shorter.length < 60 })
          return null
        } catch (again) {
          if (!(again instanceof Disagreement)) throw again
          shortest = again
          return again.taken
        }
      },
      () => Date.now() - began > SHRINK_MS,
    )
    throw new Error(`Seed ${seed}, ${JSON.stringify(beginning)}: ${shortest.message}`, { cause: error })
  }
}

const LIMIT = 300_000 + RUNS * 300_000

test.runIf(SEED === null)(
  'the hub does what the domain says, command by command, in the story that is always told',
  { timeout: LIMIT },
  async () => {
    const { commands, seen } = await tell(FIXED_SEED)
    expect(commands).toBeGreaterThan(SHORTEST)
    expect(COMES_BY.filter((one) => !seen.has(one))).toEqual([])
  },
)

test.runIf(RUNS > 0 || SEED !== null)(
  'the hub does what the domain says in a story that nobody told before',
  { timeout: LIMIT },
  async () => {
    for (let run = 0; run < Math.max(RUNS, 1); run += 1) {
      const seed = SEED === null ? randomInt(2 ** 31) : SEED + run
      process.stdout.write(`model: the story of MODEL_SEED=${seed}\n`)
      await tell(seed)
    }
  },
)
