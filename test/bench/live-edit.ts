import { join } from 'node:path'
import type { Typed, Typing } from './live-edit/load-program.ts'
import { cores, cpuOf } from './machine.ts'
import { order } from './order.ts'
import { start, type Program } from './program.ts'
import { ratio } from './ratios.ts'
import { figuresOf, type Measured } from './rounds.ts'
import type { Bench, Row } from './row.ts'

const file = (name: string): string => join(import.meta.dirname, 'live-edit', name)

const HUB = 'hub, durable on PostgreSQL'
const RELAY = 'plain ws relay'
const Y_SERVER = '@y/websocket-server 0.1.1'
const HOCUSPOCUS = '@hocuspocus/server'

const CONTESTANTS = [
  [HUB, 'rooms.ts', 'y-websocket'],
  [RELAY, 'relay.ts', 'y-websocket'],
  [Y_SERVER, 'y-websocket-server.ts', 'y-websocket'],
  [HOCUSPOCUS, 'hocuspocus.ts', 'hocuspocus'],
] as const

/** A hundred documents with three stock clients each, who all type: what an edit costs the server, and when others see it. */
export async function liveEditRow(bench: Bench): Promise<Row> {
  const postgresql = await bench.postgresql()
  if (!postgresql) throw new Error('it needs PostgreSQL: durable is the point')
  const held = cores()
  const plan = bench.quick
    ? { documents: 4, editsPerSecondEach: 4, warmSeconds: 0.5, seconds: 1, rounds: 1 }
    : { documents: 100, editsPerSecondEach: 3, warmSeconds: 3, seconds: 5, rounds: 3 }
  const programs: Program[] = []
  const measured: Measured[] = CONTESTANTS.map(([contestant]) => ({
    contestant,
    perSecond: [],
    cpuMs: [],
    latencies: [],
  }))
  const unseen = new Map<string, number>()
  try {
    bench.say('starting the contestants')
    for (const [name, program] of CONTESTANTS)
      programs.push(
        await start(name, file(program), { core: held?.server ?? null, env: { DATABASE_URL: postgresql.url } }),
      )
    for (let round = 0; round < plan.rounds; round += 1)
      for (const [index, [name, , kind]] of CONTESTANTS.entries()) {
        bench.say(`${name}, round ${round + 1}`)
        const { pid, url } = programs[index] as Program
        const { typed, cpu } = await type(held?.load ?? null, pid, {
          kind,
          url,
          first: round * plan.documents,
          documents: plan.documents,
          clientsPerDocument: 3,
          editsPerSecondEach: plan.editsPerSecondEach,
          warmSeconds: plan.warmSeconds,
          seconds: plan.seconds,
        })
        const into = measured[index] as Measured
        into.perSecond.push(typed.edits / plan.seconds)
        if (cpu === null) into.cpuMs = null
        else into.cpuMs?.push(cpu / typed.edits)
        into.latencies.push(...typed.latencies)
        unseen.set(name, (unseen.get(name) ?? 0) + typed.unseen)
      }
  } finally {
    for (const program of programs) await program.stop()
  }
  const of = (name: string): Measured => measured.find(({ contestant }) => contestant === name) as Measured
  const p50 = (name: string): number => figuresOf(of(name)).p50Ms as number
  return {
    name: 'live edit',
    what: `${plan.documents} documents x 3 stock clients, ${plan.editsPerSecondEach} edits a second each; ${postgresql.what}`,
    ratios: [
      ratio('hub / hocuspocus, CPU per edit', of(HUB), of(HOCUSPOCUS), 'cpuMs', { atMost: 0.6 }),
      ratio('hub / @y/websocket-server, CPU per edit', of(HUB), of(Y_SERVER), 'cpuMs', { atMost: 1 }),
      { name: 'hub / relay, p50 edit to visible', value: p50(HUB) / p50(RELAY), reach: { atMost: 3 }, noisy: false },
    ],
    figures: measured.map(figuresOf),
    notes: [
      'The hub alone is durable: an edit is shown when PostgreSQL has it. PostgreSQL runs beside it and is not counted as its CPU.',
      'The peers keep everything in memory. Latency is from typing to another stock client having it, in one process with all clients.',
      `Edits that somebody had not seen a second after the last: ${CONTESTANTS.map(([name]) => `${name} ${unseen.get(name) ?? 0}`).join(', ')}.`,
    ],
  }
}

/** Lets clients of their own process type, and measures the server between their two marks. */
async function type(core: number | null, pid: number, what: Typing): Promise<{ typed: Typed; cpu: number | null }> {
  const marks: (number | null)[] = []
  const typed = await order<Typed>(core, file('load-program.ts'), what, () => void marks.push(cpuOf([pid])))
  const [before = null, after = null] = marks
  return { typed, cpu: before === null || after === null ? null : after - before }
}
