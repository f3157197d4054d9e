import { natsBus, type Bus } from '@doorstroomhub/kit/bus.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import { openPostgreSql } from '@doorstroomhub/kit/postgresql.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { everything } from '../referee.testing.ts'
import { Client, openHouse, until, type House, type Replica } from './house.testing.ts'
import { natsProgram, ownNats, ownPostgreSql, postgresPrograms, type Service } from './services.testing.ts'
import { storage } from './storage.ts'

const isThere = postgresPrograms !== null && natsProgram !== null

describe.skipIf(!isThere)(
  'two replicas on one PostgreSQL and one NATS, both of our own, where their programs are',
  () => {
    let postgres: Service
    let nats: Service
    let database: Database
    let buses: Bus[]
    let house: House
    let left: Replica
    let right: Replica
    const clients: Client[] = []

    beforeAll(async () => {
      postgres = await ownPostgreSql(postgresPrograms as string)
      nats = await ownNats(natsProgram as string)
      await postgres.start()
      await nats.start()
      database = await openPostgreSql(postgres.url)
      buses = [await natsBus(nats.url), await natsBus(nats.url)]
      house = await openHouse({ database, bus: buses[0] as Bus })
      left = await house.replica(buses[0])
      right = await house.replica(buses[1])
    }, 120_000)
    beforeEach(() => {
      for (const subject of ['noor', 'joris', 'marieke']) house.referee.let(subject, everything)
    })
    afterEach(() => {
      for (const client of clients.splice(0)) client.leave()
    })
    afterAll(async () => {
      if (!isThere) return
      await house.close()
      await buses[1]?.close()
      await database.close()
      await nats.remove()
      await postgres.remove()
    }, 60_000)

    function enter(as: string, at: Replica, section = 'summary'): Client {
      const client = new Client(at.url, `${house.preparationId}/${section}`, as)
      clients.push(client)
      return client
    }
    const isSame = (people: readonly Client[]) => new Set(people.map(({ words }) => words)).size === 1

    test('clients on either see one document and one another', async () => {
      const [noor, joris] = await Promise.all([enter('noor', left).synced(), enter('joris', right).synced()])
      noor.write('links')
      joris.write('rechts')
      await until(
        'both have both',
        () => isSame([noor, joris]) && noor.words.includes('rechts') && noor.words.includes('links'),
      )
      joris.provider.awareness.setLocalStateField('cursor', { anchor: 3 })
      const seen = () => noor.provider.awareness.getStates().get(joris.document.clientID)
      await until('noor sees joris', () => seen()?.['cursor'] !== undefined)
      expect(seen()).toMatchObject({ user: { name: 'joris', role: 'MENTOR' } })
      // Who comes later sees who was there already.
      const marieke = await enter('marieke', left).synced()
      await until('marieke sees joris', () => marieke.provider.awareness.getStates().has(joris.document.clientID))
      joris.provider.disconnect()
      await until('joris is gone', () => seen() === undefined)
    }, 30_000)

    test('sockets of a revoked right close on both replicas within a second, 50 times', async () => {
      const times: number[] = []
      for (let round = 0; round < 50; round += 1) {
        house.referee.let('marieke', everything)
        const both = await Promise.all([enter('marieke', left).synced(), enter('marieke', right).synced()])
        const started = performance.now()
        house.referee.let('marieke', 'closed')
        buses[round % 2]?.publish(`rights.${house.dossierId}`, round % 3 === 0 ? '' : String(house.referee.rights))
        expect(await Promise.all(both.map((one) => one.closed()))).toEqual([4403, 4403])
        times.push(performance.now() - started)
        for (const one of both) one.leave()
      }
      times.sort((a, b) => a - b)
      process.stdout.write(
        `revoked to closed on both replicas: p50 ${times[25]?.toFixed(1)} ms, p99 ${times[49]?.toFixed(1)} ms\n`,
      )
      expect(times[49]).toBeLessThan(1_000)
    }, 120_000)

    test('after the fence has risen no append that was under way writes anything, whatever the replica', async () => {
      const store = storage(house.sql)
      const place = {
        documentId: house.documentId('SUPPORT'),
        intakePreparationId: house.preparationId,
        dossierId: house.dossierId,
        section: 'SUPPORT' as const,
      }
      await store.prepare(place, 1)
      for (let round = 0; round < 20; round += 1) {
        const rights = (house.referee.rights += 1)
        await store.raiseFence(house.dossierId, rights)
        const edit = {
          ...place,
          rights,
          content: new Uint8Array([0, 0]),
          subject: 'marieke',
          name: 'Marieke',
          role: 'INTAKER',
        }
        const ids = async () =>
          (
            await house.sql<{ id: string }>(`select id from intake_preparation.edit where document_id = $1`, [
              place.documentId,
            ])
          ).length
        const underWay = Array.from({ length: 12 }, () => store.append([edit], new Date()))
        await store.raiseFence(house.dossierId, (house.referee.rights += 1))
        const atRise = await ids()
        const results = (await Promise.all(underWay)).flat()
        expect(await ids()).toBe(atRise)
        const written = results.filter((id) => id !== null).length
        expect(written).toBeLessThanOrEqual(atRise)
      }
    }, 60_000)

    test('NATS stopped and started under typing: both replicas converge again with nothing lost', async () => {
      const people = await Promise.all([
        enter('noor', left, 'questions').synced(),
        enter('joris', right, 'questions').synced(),
      ])
      let written = 0
      const typing = setInterval(() => {
        for (const person of people) person.write(`n${(written += 1)}`)
      }, 50)
      await until('some were typed', () => written > 20)
      await nats.stop()
      const atStop = written
      await until('more were typed without NATS', () => written > atStop + 20)
      await nats.start()
      const atStart = written
      await until('and more with it', () => written > atStart + 20, 20_000)
      clearInterval(typing)
      await until('both have all', () => people.every(({ fragment }) => fragment.length === written), 30_000)
      expect(isSame(people)).toBe(true)
      expect(people.flatMap(({ codes }) => codes)).toEqual([])
    }, 90_000)

    test('PostgreSQL stopped for five seconds: people are told, type on, and nothing is lost', async () => {
      const people = await Promise.all([
        enter('noor', left, 'agreements').synced(),
        enter('joris', right, 'agreements').synced(),
      ])
      let written = 0
      const typing = setInterval(() => {
        for (const person of people) person.write(`p${(written += 1)}`)
      }, 50)
      await until('some were typed', () => written > 20)
      await postgres.stop()
      const stopped = Date.now()
      await until('both are told that nothing is kept', () => people.every(({ provider }) => !provider.synced), 20_000)
      await until('five seconds', () => Date.now() - stopped > 5_000)
      await postgres.start()
      await until('both are saved again', () => people.every(({ provider }) => provider.synced), 60_000)
      clearInterval(typing)
      await until('both have all', () => people.every(({ fragment }) => fragment.length === written), 30_000)
      expect(isSame(people)).toBe(true)
      expect(new Set(people.flatMap(({ codes }) => codes))).toEqual(new Set([1013]))
      const late = await enter('noor', right, 'agreements').synced()
      expect(late.fragment).toHaveLength(written)
    }, 120_000)
  },
)
