import { startHub } from '@doorstroomhub/gateway/hub.ts'
import { readSettings } from '@doorstroomhub/gateway/settings.ts'
import { openLog } from '@doorstroomhub/kit/log.ts'
import { answerLooks } from '../bench/held.ts'

/** The hub, with a clock that goes as fast as it is told, and a look at its memory after everything that is garbage is gone. */
const answered = answerLooks()
const settings = await readSettings(process.env)
let ahead = 0
const hub = await startHub({
  settings,
  log: openLog(settings.logLevel),
  clock: () => new Date(Date.now() + ahead),
})

process.on('message', (message: { advanceMs: number } | 'look') => {
  if (!answered(message)) ahead += (message as { advanceMs: number }).advanceMs
})
const end = async (): Promise<void> => {
  await hub.close()
  process.exit(0)
}
process.once('SIGTERM', () => void end())
process.once('disconnect', () => void end())
process.stdout.write(`ready ${hub.url}\n`)
