import { startHub } from '@doorstroomhub/gateway/hub.ts'
import { readSettings } from '@doorstroomhub/gateway/settings.ts'
import { openLog } from '@doorstroomhub/kit/log.ts'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** The hub, with a clock that goes as fast as it is told, and a look at its memory after everything that is garbage is gone. */
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const settings = await readSettings(process.env)
let ahead = 0
const hub = await startHub({
  settings,
  log: openLog(settings.logLevel),
  clock: () => new Date(Date.now() + ahead),
})

/** What the hub's memory holds, in MB. */
export interface Held {
  /** What JavaScript holds; the embedded database is a buffer beside it. */
  heapMb: number
  /** All of the process, the embedded database's too. */
  residentMb: number
}

process.on('message', (message: { advanceMs: number } | 'look') => {
  if (message !== 'look') {
    ahead += message.advanceMs
    return
  }
  // Twice: what a finaliser lets go is garbage of the second time.
  collect()
  setImmediate(() => {
    collect()
    const { heapUsed, rss } = process.memoryUsage()
    const held: Held = { heapMb: heapUsed / 2 ** 20, residentMb: rss / 2 ** 20 }
    process.send!(held)
  })
})
const end = async (): Promise<void> => {
  await hub.close()
  process.exit(0)
}
process.once('SIGTERM', () => void end())
process.once('disconnect', () => void end())
process.stdout.write(`ready ${hub.url}\n`)
