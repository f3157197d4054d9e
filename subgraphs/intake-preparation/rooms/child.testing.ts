import { memoryBus, natsBus } from '@doorstroomhub/kit/bus.ts'
import { openEmbedded } from '@doorstroomhub/kit/embedded.ts'
import { openPostgreSql } from '@doorstroomhub/kit/postgresql.ts'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { everything } from '../referee.testing.ts'
import { openHouse } from './house.testing.ts'

/** What a room server in a process of its own is told. */
export interface ChildSettings {
  port: number
  dossierId: string
  applicationId: string
  databaseUrl?: string
  dataDir?: string
  natsUrl?: string
  people: string[]
}

/** Starts a room server that can be killed; resolves when it takes sockets. */
export async function startChild(settings: ChildSettings): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await Promise.race([
    once(child.stdout as NodeJS.ReadableStream, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('the room server ended before it was ready'))),
  ])
  return child
}

/** kill -9. */
export async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

if (import.meta.main) {
  const settings = JSON.parse(process.argv[2] ?? '{}') as ChildSettings
  const database = settings.databaseUrl
    ? await openPostgreSql(settings.databaseUrl)
    : await openEmbedded({ folder: settings.dataDir ?? '' })
  const bus = settings.natsUrl ? await natsBus(settings.natsUrl) : memoryBus()
  const { dossierId, applicationId } = settings
  const house = await openHouse({ database, bus, dossierId, applicationId })
  for (const person of settings.people) house.referee.let(person, everything)
  await house.replica(bus, settings.port)
  process.stdout.write('ready\n')
}
