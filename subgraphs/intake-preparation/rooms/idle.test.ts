import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client, openHouse, until, type House, type Replica } from './house.testing.ts'

/** A stock client gives up after 30 s of silence and looks every 3 s. `IDLE_SECONDS=100` makes it as long as one likes. */
const SECONDS = Number(process.env['IDLE_SECONDS'] ?? 36)

let house: House
let replica: Replica
beforeAll(async () => {
  house = await openHouse()
  replica = await house.replica()
}, 60_000)
afterAll(() => house.close())

test(
  `lone clients that say nothing stay connected for ${SECONDS} seconds`,
  async () => {
    const alone = (as: string, section: string) => new Client(replica.url, `${house.preparationId}/${section}`, as)
    const noor = alone('noor', 'summary')
    // Without any presence of its own a client sends nothing at all: only the server keeps it.
    const joris = alone('joris', 'questions')
    joris.provider.awareness.setLocalState(null)
    await Promise.all([noor.synced(), joris.synced()])
    const started = Date.now()
    await until('the time is over', () => Date.now() - started >= SECONDS * 1_000, SECONDS * 1_000 + 5_000)
    expect([noor.codes, joris.codes]).toEqual([[], []])
    expect([noor.provider.synced, joris.provider.synced]).toEqual([true, true])
    noor.leave()
    joris.leave()
  },
  SECONDS * 1_000 + 20_000,
)
