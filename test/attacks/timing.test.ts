import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.close())

const ROUNDS = Number(process.env['TIMINGS'] ?? 100)

/** Seeded, so that each run asks in the same order, and no kind has a neighbour of its own. */
let seed = 7
function shuffled<Value>(values: Value[]): Value[] {
  return values
    .map((value) => ({ value, at: (seed = (seed * 48_271) % 2_147_483_647) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value)
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/**
 * How long each kind of question takes, asked in turn so that what else happens on the machine falls on all alike. The same kind
 * twice shows how far apart two medians lie by chance.
 */
async function medians(kinds: Record<string, () => string>, document: string): Promise<Record<string, number>> {
  const marieke = here.as('marieke', { purpose: 'INTAKE_TALK' })
  const taken: Record<string, number[]> = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]))
  for (let round = -10; round < ROUNDS; round++) {
    const order = shuffled(Object.keys(kinds))
    for (const name of order) {
      const id = kinds[name]!()
      const began = performance.now()
      const answer = await marieke.query(document, { id })
      if (round >= 0) taken[name]!.push(performance.now() - began)
      expect(answer.data, name).toEqual({ dossier: null })
      expect(answer.errors.map(({ code }) => code)).toEqual(['NOT_FOUND'])
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, values]) => [name, median(values)]))
}

test('to an intaker a dossier of another institution takes as long as one that does not exist', async () => {
  const document = 'query ($id: ID!) { dossier(id: $id) { id identity { surname } applications { status } } }'
  let found: Record<string, number> = {}
  // A busy machine may bring two medians apart once; a real difference is there every time.
  for (let attempt = 0; attempt < 4; attempt++) {
    const { fatima, mees } = here.ids
    found = await medians(
      { theirs: () => fatima!, too: () => mees!, missing: randomUUID, absent: randomUUID },
      document,
    )
    const { theirs = 0, too = 0, missing = 0, absent = 0 } = found
    const chance = Math.abs(missing - absent) + Math.abs(theirs - too)
    const apart = Math.abs(theirs + too - missing - absent) / 2
    if (apart < Math.max(0.05 * missing, 2 * chance)) return
  }
  expect(found).toBe('as long for each kind')
})
