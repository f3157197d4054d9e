import { Client } from '@doorstroomhub/intake-preparation/rooms/house.testing.ts'
import { preparationIdOf } from '@doorstroomhub/intake-preparation/sections.ts'
import { createClient as createSseClient } from 'graphql-sse'
import { setTimeout as pause } from 'node:timers/promises'
import type { Answer } from '../world/answer.ts'
import type { ClusterWorld } from './cluster-world.ts'

/** Within this long after the last cut everything answers again. */
const WHOLE_MS = 30_000

type Kind = 'query' | 'write' | 'pause' | 'edit'

/** One thing that was asked, and what came of it. */
interface Asked {
  kind: Kind
  at: number
  tookMs: number
  ok: boolean
}

/** What a fault cost. */
export interface Cost {
  asked: number
  failed: number
  /** Which kinds of question failed. */
  kinds: string
  /** What the slowest answer took, edits aside: those nobody waits for. */
  longestMs: number
  /** From the fault until every kind of question is answered again. */
  recoveryMs: number
}

export interface Load {
  /** What was read that nobody allowed; must stay empty. */
  beyond: string[]
  /** Lets a fault happen, waits until everything is answered again, and says what it cost. */
  during(fault: () => Promise<unknown>): Promise<Cost>
  /** Ends the load. Answers what was acknowledged and cannot be found again, and what was asked once and done twice. */
  stop(): Promise<{
    lostWrites: string[]
    doubleWrites: string[]
    lostEdits: string[]
    written: number
    edited: number
    events: number
  }>
}

/** What faults cost, as docs/performance.md has it. */
export const tableOf = (costs: readonly (Cost & { fault: string })[]): string =>
  [
    '| fault | asked | failed | | which | answered again after ms |',
    '|---|---|---|---|---|---|',
    ...costs.map(
      ({ fault, asked, failed, kinds, recoveryMs }) =>
        `| ${fault} | ${asked} | ${failed} | ${((failed / asked) * 100).toFixed(1)} % | ${kinds} | ${recoveryMs} |`,
    ),
    '',
  ].join('\n')

const BETWEEN_MS = 40
/** So many answers on end of one kind say that it is back. */
const BACK = 5
const ROC = '01VB'
const TITLE = 'bericht '
const PATIENCE_MS = 120_000
/** An edit that is not seen by then counts as failed; whether it is lost is another matter, and looked at in the end. */
const EDIT_MS = 20_000

/** A steady mixed load: an intaker reads, a mentor writes, a student pauses and goes on, two write a live document, a mentor follows. */
export async function steadyLoad(world: ClusterWorld, options: { betweenMs?: number } = {}): Promise<Load> {
  const { betweenMs = BETWEEN_MS } = options
  const asked: Asked[] = []
  const beyond: string[] = []
  const acknowledged: { student: string; title: string }[] = []
  let stopping = false
  let sequence = 0

  async function ask(kind: Kind, question: () => Promise<Answer>): Promise<Answer | null> {
    const at = performance.now()
    const answer = await question().catch(() => null)
    const broken = answer === null || answer.status >= 500 || answer.errors.some(({ code }) => code !== 'NOT_AVAILABLE')
    asked.push({ kind, at, tookMs: performance.now() - at, ok: !broken })
    return broken ? null : answer
  }

  // --- who reads, and what may never be read
  const LIST = `{ dossiers(first: 60) { edges { node { id identity { surname } conditions { name } careerFile { reflections { text } } } } } }`
  /** When yara's sharing was surely closed: from the acknowledged pause until she asks to go on. */
  const closed: { from: number; to: number }[] = []
  async function read(): Promise<void> {
    const at = performance.now()
    const answer = await ask('query', () => world.as('marieke', { purpose: 'INTAKE_TALK' }).query(LIST))
    const until = performance.now()
    // Also of an answer with errors: what is in it was read.
    for (const { node } of (answer?.data?.dossiers?.edges ?? []) as { node: Record<string, unknown> }[]) {
      const of = (name: string) => node['id'] === world.ids[name]
      if (of('eva') && (node['identity'] || node['conditions'] || node['careerFile'])) beyond.push('eva shares nothing')
      if (node['conditions'] || node['careerFile']) beyond.push(`a group that nobody shared of ${String(node['id'])}`)
      const isClosed = closed.some(({ from, to }) => from <= at && until <= to)
      if (of('yara') && node['identity'] && isClosed) beyond.push('yara had paused')
    }
  }

  // --- who writes
  const written = ['noor', 'sem', 'tim', 'lotte', 'mees', 'fatima', 'daan', 'eva', 'jay']
  async function write(): Promise<void> {
    const student = written[sequence % written.length]!
    const title = `${TITLE}${sequence++}`
    const input = { dossierId: world.ids[student], part: 'CAREER_FILE', text: title }
    const answer = await ask('write', () => world.as('joris').attempt('addCareerComment', input))
    if (answer) acknowledged.push({ student, title })
  }
  async function pauseAndGoOn(): Promise<void> {
    const yara = world.as('yara')
    const input = { dossierId: world.ids['yara'] }
    if (!(await ask('pause', () => yara.attempt('pauseSharing', input)))) return
    const period = { from: performance.now(), to: Infinity }
    closed.push(period)
    await pause(betweenMs * 10)
    period.to = performance.now()
    await ask('pause', () => yara.attempt('resumeSharing', input))
  }

  // --- who writes together
  const preparation = preparationIdOf(world.applications['noor']?.[ROC] as string)
  async function enter(name: string): Promise<Client> {
    const input = { intakePreparationId: preparation, section: 'QUESTIONS' }
    const person = world.as(name, { purpose: 'INTAKE_TALK' })
    await person.act('openSection', input, '{ ticket }')
    const url = `${world.url.replace('http', 'ws')}/documents`
    const bearer = await world.token(name)
    // With a token and not with a ticket, which is for once: whoever is cut off comes back with it.
    const { WebSocket } = await import('ws')
    class WithToken extends WebSocket {
      constructor(address: string, protocols?: string[]) {
        super(address, protocols ?? [], { headers: { authorization: `Bearer ${bearer}`, 'x-purpose': 'INTAKE_TALK' } })
      }
    }
    const client = new Client(url, `${preparation}/questions`, '', {}, WithToken as never)
    return client.synced()
  }
  const [writer, reader] = await Promise.all([enter('noor'), enter('marieke')])
  let edits = 0
  async function edit(): Promise<void> {
    const line = `regel ${edits++};`
    const at = performance.now()
    writer.write(line)
    // Seen by the other one is acknowledged: it is kept before it is passed on.
    for (const end = at + EDIT_MS; !reader.words.includes(line) && performance.now() < end;) await pause(10)
    asked.push({ kind: 'edit', at, tookMs: performance.now() - at, ok: reader.words.includes(line) })
  }

  // --- who follows
  let events = 0
  const following = createSseClient({
    url: `${world.url}/graphql`,
    headers: { authorization: `Bearer ${await world.token('joris')}` },
    retryAttempts: Infinity,
    retry: () => pause(100),
  })
  const stopFollowing = following.subscribe(
    { query: 'subscription { changeAdded { kind } }' },
    { next: () => void events++, error: () => undefined, complete: () => undefined },
  )

  const loops = [read, read, write, pauseAndGoOn, edit].map(async (step) => {
    while (!stopping) {
      await step()
      await pause(betweenMs)
    }
  })

  return {
    beyond,
    async during(fault) {
      const began = performance.now()
      await fault()
      const kinds: Kind[] = ['query', 'write', 'pause', 'edit']
      const backSince = (kind: Kind): number | null => {
        const last = asked.filter((one) => one.kind === kind && one.at >= began).slice(-BACK)
        return last.length === BACK && last.every(({ ok }) => ok) ? last[0]!.at : null
      }
      for (const end = performance.now() + PATIENCE_MS; kinds.some((kind) => backSince(kind) === null); await pause(50))
        if (performance.now() > end)
          throw new Error(`Not back after two minutes: ${kinds.filter((kind) => backSince(kind) === null).join(', ')}`)
      const since = asked.filter(({ at, tookMs }) => at + tookMs >= began)
      const failed = since.filter(({ ok }) => !ok)
      const lastFailure = Math.max(began, ...failed.map(({ at, tookMs }) => at + tookMs))
      const counts = Map.groupBy(failed, ({ kind }) => kind)
      const kindsFailed = [...counts].map(([kind, some]) => `${kind} ${some.length}`).join(', ')
      return {
        asked: since.length,
        failed: failed.length,
        kinds: kindsFailed,
        longestMs: Math.max(...since.filter(({ kind }) => kind !== 'edit').map(({ tookMs }) => tookMs)),
        recoveryMs: Math.round(lastFailure - began),
      }
    },
    async stop() {
      /** What is kept, from an answer that is whole: a part that was cut off a moment ago may be left alone a moment longer. */
      const kept = async (student: string): Promise<{ text: string }[]> => {
        const until = performance.now() + WHOLE_MS
        for (;;) {
          const { data, errors } = await world
            .as(student)
            .query('query ($id: ID!) { dossier(id: $id) { careerFile { comments { text } } } }', {
              id: world.ids[student],
            })
          if (errors.length === 0) return data.dossier.careerFile.comments as { text: string }[]
          if (performance.now() > until) throw new Error(`no whole answer for ${student}: ${JSON.stringify(errors)}`)
          await pause(100)
        }
      }
      stopping = true
      await Promise.all(loops)
      stopFollowing()
      const [lostWrites, doubleWrites]: [string[], string[]] = [[], []]
      for (const student of written) {
        const comments = await kept(student)
        const titles = Map.groupBy(comments, ({ text }) => text)
        for (const one of acknowledged)
          if (one.student === student && !titles.has(one.title)) lostWrites.push(one.title)
        for (const [title, times] of titles) if (title.startsWith(TITLE) && times.length > 1) doubleWrites.push(title)
      }
      // Somebody who was never there before sees what is kept.
      const later = await enter('joris')
      const lostEdits = Array.from({ length: edits }, (_, at) => `regel ${at};`).filter(
        (line) => reader.words.includes(line) && !later.words.includes(line),
      )
      for (const client of [writer, reader, later]) client.leave()
      return { lostWrites, doubleWrites, lostEdits, written: acknowledged.length, edited: edits, events }
    },
  }
}
