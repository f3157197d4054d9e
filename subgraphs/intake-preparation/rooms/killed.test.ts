import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { preparationIdOf } from '../sections.ts'
import { kill, startChild } from './child.testing.ts'
import { Client, seeded, until } from './house.testing.ts'
import { freePort, postgresUrl, withDatabase } from './services.testing.ts'

/** `KILLS=20` is what issue 4 asks for; it takes minutes on a busy machine. */
const KILLS = Number(process.env['KILLS'] ?? 8)
const PEOPLE = Array.from({ length: 10 }, (_unused, index) => `noor${index}`)

let cleanup: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const clean of cleanup.reverse()) await clean()
  cleanup = []
})

const kinds = [
  { kind: 'PGlite', isThere: true },
  { kind: 'PostgreSQL', isThere: postgresUrl !== null },
]

for (const { kind, isThere } of kinds)
  test.runIf(isThere)(
    `on ${kind}, killed again and again while ten people type, the server loses nothing that anybody saw come back`,
    async () => {
      const port = await freePort()
      const applicationId = randomUUID()
      const settings = { port, applicationId, dossierId: randomUUID(), people: PEOPLE }
      let child: ChildProcess
      if (kind === 'PostgreSQL') {
        const database = await withDatabase()
        cleanup.push(database.drop)
        Object.assign(settings, { databaseUrl: database.url })
      } else {
        const dataDir = mkdtempSync(join(tmpdir(), 'hub-rooms-'))
        cleanup.push(() => rmSync(dataDir, { recursive: true, force: true }))
        Object.assign(settings, { dataDir })
      }
      child = await startChild(settings)
      cleanup.push(() => kill(child))
      const room = `${preparationIdOf(applicationId)}/summary`
      const url = `ws://127.0.0.1:${port}/documents`
      const people = PEOPLE.map((as) => new Client(url, room, as))
      cleanup.push(() => people.forEach((person) => person.leave()))
      await Promise.all(people.map((person) => person.synced()))

      // What came back to its author: only the log gives a word back to who wrote it.
      const kept = new Set<string>()
      const watcher = (person: Client) => {
        const { ws } = person.provider as unknown as {
          ws: { addEventListener(type: string, listener: (event: { data: ArrayBuffer }) => void): void } | null
        }
        if (!ws || watched.has(ws)) return
        watched.add(ws)
        ws.addEventListener('message', ({ data }) => {
          const frame = Buffer.from(data)
          if (frame[0] !== 0 || frame[1] !== 2) return
          for (const [word] of frame.toString('latin1').matchAll(/w\d+x\d+z/g)) kept.add(word)
        })
      }
      const watched = new WeakSet<object>()
      const random = seeded(20)
      let written = 0
      const typing = setInterval(() => {
        for (const person of people) {
          watcher(person)
          if (random() < 0.2) person.write(`w${people.indexOf(person)}x${(written += 1)}z`)
        }
      }, 60)
      cleanup.push(() => clearInterval(typing))

      for (let round = 0; round < KILLS; round += 1) {
        const before = kept.size
        await until('people see their words come back', () => kept.size > before + 10, 60_000)
        await kill(child)
        child = await startChild(settings)
      }
      clearInterval(typing)
      await until('everybody is connected again', () => people.every(({ provider }) => provider.synced), 60_000)
      const [first] = people as [Client]
      await until(
        'everybody has everything',
        () => people.every(({ words }) => words.length === first.words.length),
        30_000,
      )
      for (const person of people) expect(person.words).toBe(first.words)

      // A fresh process and a fresh client know only what was stored.
      await kill(child)
      for (const person of people) person.provider.disconnect()
      child = await startChild(settings)
      const reader = await new Client(url, room, 'noor0').synced()
      const stored = reader.words
      reader.leave()
      expect(kept.size).toBeGreaterThan(KILLS * 10)
      expect([...kept].filter((word) => !stored.includes(word))).toEqual([])
      expect(stored.split('\n').length).toBe(written)
    },
    1_200_000,
  )
