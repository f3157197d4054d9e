import { onOrder } from '../ordered.ts'
import { follow, socketOf } from '../subscriber.ts'

/** Dashboards that follow one region. */
export interface Watching {
  url: string
  authorization: string
  code: string
  subscribers: number
  rounds: number
  patienceMs: number
}

export interface Watched {
  /** Of every snapshot and dashboard, from its own moment to being here, milliseconds. */
  delays: number[]
}

const TOGETHER = 20

onOrder<Watching, Watched>(async ({ url, authorization, code, subscribers, rounds, patienceMs }, mark) => {
  const seen = new Map<number, number[]>()
  let told: () => void = () => undefined
  const firsts: Promise<void>[] = []
  const clients = []
  const watch = `subscription { regionStatus(code: "${code}") { at counts { status level shown } } }`
  for (let number = 0; number < subscribers; number++) {
    const client = socketOf(url, authorization)
    clients.push(client)
    const { promise, resolve } = Promise.withResolvers<void>()
    firsts.push(promise)
    follow<{ regionStatus: { at: string } }>(client, watch, ({ regionStatus }) => {
      const at = Date.parse(regionStatus.at)
      const delays = seen.get(at) ?? []
      seen.set(at, delays)
      delays.push(Date.now() - at)
      resolve()
      told()
    })
    if (number % TOGETHER === TOGETHER - 1) await Promise.all(firsts)
  }
  await Promise.all(firsts)

  const delays: number[] = []
  for (let round = 0; round < rounds; round++) {
    seen.clear()
    const whole = new Promise<number[]>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`a snapshot did not reach all ${subscribers} in ${patienceMs} ms`)),
        patienceMs,
      )
      told = () => {
        const found = [...seen.values()].find((each) => each.length === subscribers)
        if (!found) return
        clearTimeout(late)
        resolve(found)
      }
    })
    // The other side moves students; what follows reaches everybody.
    await mark('move')
    delays.push(...(await whole))
  }
  for (const client of clients) await client.dispose()
  return { delays }
})
