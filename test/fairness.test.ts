import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from './world.ts'

let here: World
beforeAll(async () => {
  here = await world({ allowed: { costPerMinute: 60_000 } })
})
afterAll(() => here.close())

const BLOCKS = Number(process.env['BLOCKS'] ?? 7)
const QUESTIONS = 40

const ranked = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!

/** How long the slowest but one in a hundred of one person's own questions takes. */
async function block(): Promise<number> {
  const noor = here.as('noor')
  const taken: number[] = []
  for (let count = 0; count < QUESTIONS; count++) {
    const began = performance.now()
    const { errors } = await noor.query(
      'query ($id: ID!) { dossier(id: $id) { status identity { surname } accommodations { needs { area } } applications { status } } }',
      { id: here.ids['noor'] },
    )
    taken.push(performance.now() - began)
    expect(errors).toEqual([])
  }
  return ranked(taken, 0.99)
}

test('one who spends the whole budget in a loop does not slow another: p99 within twice that of quiet blocks', async () => {
  const marieke = here.as('marieke', { purpose: 'INTAKE_TALK' })
  const costly =
    '{ dossiers(first: 50) { edges { node { identity { surname } accommodations { needs { area } } careerSummary { aboutMe } applications { status } } } } }'
  let going = false
  let refused = 0
  let answered = 0
  /** Four at a time, as fast as they are answered. */
  const loop = async (): Promise<void> => {
    while (going) {
      const { status } = await marieke.query(costly)
      if (status === 429) refused++
      else answered++
    }
  }
  await block()
  const quiet: number[] = []
  const busy: number[] = []
  for (let count = 0; count < BLOCKS; count++) {
    quiet.push(await block())
    going = true
    const loops = [loop(), loop()]
    busy.push(await block())
    going = false
    await Promise.all(loops)
  }
  const [without, beside] = [ranked(quiet, 0.5), ranked(busy, 0.5)]
  if (process.env['BLOCKS'])
    process.stdout.write(
      `p99 alone ${without.toFixed(1)} ms, beside the loop ${beside.toFixed(1)} ms; of the loop ${answered} answered, ${refused} refused\n`,
    )
  expect(answered).toBeGreaterThan(0)
  expect(refused).toBeGreaterThan(answered)
  expect(beside).toBeLessThan(2 * without)
})
