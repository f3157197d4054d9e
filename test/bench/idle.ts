import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { files } from './contestants.ts'
import { fill, openHouse } from './house.ts'
import type { Idling } from './idle/load-program.ts'
import { heldBy } from './held.ts'
import { cpuOf, residentOf } from './machine.ts'
import { order } from './order.ts'
import { start, type Program } from './program.ts'
import type { Bench, Figures, Ratio, Row } from './row.ts'

const KINDS = [
  ['an idle socket', 'socket', { kib: 50, cpu: 0.1 }],
  ['an idle subscriber', 'subscriber', { kib: 100, cpu: 0.1 }],
  ['an idle live document', 'document', { kib: 100, cpu: 1 }],
] as const

/** What somebody costs who is there and does nothing: a socket, a subscriber, an open document of their own. */
export async function idleRow(bench: Bench, held: { server: number; load: number } | null): Promise<Row> {
  const postgresql = await bench.postgresql()
  if (!postgresql) throw new Error('it needs PostgreSQL, for several processes on one database')
  const house = await openHouse()
  const plan = bench.quick ? { warm: 2, counted: 10, ms: 1_000 } : { warm: 200, counted: 1_000, ms: 20_000 }
  const programs: Program[] = []
  try {
    const place = { DATABASE_URL: postgresql.url }
    await fill(house, place, { generated: 5 })
    const { authorization } = await house.headersOf('noor')
    const figures: Figures[] = []
    const ratios: Ratio[] = []
    bench.say('they come, and wait')
    // Each kind at a server of its own, all at the same time: nobody does anything, so nobody disturbs.
    const found = await Promise.all(
      KINDS.map(async ([name, kind, reach]) => {
        const isDocument = kind === 'document'
        const program = await start(name, isDocument ? join(import.meta.dirname, 'live-edit', 'rooms.ts') : files.hub, {
          core: held?.server ?? null,
          env: isDocument ? place : { ...house.env, ...place },
        })
        programs.push(program)
        const url = isDocument ? program.url : `${program.url}/graphql`
        const what: Idling = {
          kind,
          url,
          authorization: authorization!,
          warm: plan.warm,
          counted: plan.counted,
        }
        // The rooms tell what they hold without the garbage; of a whole hub the process is looked at from outside.
        const memory = async (): Promise<number | null> => {
          if (!isDocument) return residentOf(program.pid)
          const { heapMb, buffersMb } = await heldBy(program.child)
          return (heapMb + buffersMb) * 1024
        }
        let warmKib: number | null = null
        let kib: number | null = null
        let cpu: number | null = null
        await order(held?.load ?? null, join(import.meta.dirname, 'idle', 'load-program.ts'), what, async (mark) => {
          if (mark === 'warm') warmKib = await memory()
          if (mark !== 'open') return
          // Time itself is what is measured here.
          const before = cpuOf([program.pid])
          await pause(plan.ms)
          const after = cpuOf([program.pid])
          kib = await memory()
          if (before !== null && after !== null) cpu = (after - before) / (plan.ms / 1000) / (plan.warm + plan.counted)
        })
        return { name, reach, kibEach: kib === null || warmKib === null ? null : (kib - warmKib) / plan.counted, cpu }
      }),
    )
    for (const { name, reach, kibEach, cpu } of found) {
      const why = 'this system does not tell it'
      ratios.push(
        {
          name: `${name}, memory in KiB`,
          value: kibEach,
          reach: { atMost: reach.kib },
          noisy: false,
          ...(kibEach === null && { why }),
        },
        {
          name: `${name}, CPU in ms per second`,
          value: cpu,
          reach: { atMost: reach.cpu },
          noisy: false,
          ...(cpu === null && { why }),
        },
      )
      figures.push({
        contestant: name,
        more: { kibEach: kibEach ?? '-', cpuMsPerSecond: cpu ?? '-' },
      })
    }
    return {
      name: 'idle',
      what: `${plan.counted} of each, after the first ${plan.warm}; CPU over ${plan.ms / 1000} s in which nobody did anything; ${postgresql.what}`,
      ratios,
      figures,
      notes: [
        "Memory of a socket and a subscriber is resident memory: what the process grew by, shared over those who came. CPU holds the server's own clockwork.",
        'Memory of a document is what is held after a collection (JavaScript and its buffers): resident memory says more of the collector.',
        'A document is open alone in it, and its client is told every 15 s that the line is alive.',
      ],
    }
  } finally {
    for (const program of programs) await program.stop()
    await house.close()
  }
}
