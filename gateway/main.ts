import { withSecretFiles } from '@doorstroomhub/kit/secret-files.ts'
import { startHub, type Hub } from './hub.ts'
import { openLog } from '@doorstroomhub/kit/log.ts'
import { readSettings } from './settings.ts'
import { settingNames } from './settings/table.ts'

/** `npm start`: starts the hub that the environment describes, and ends it cleanly on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const settings = await readSettings(withSecretFiles(process.env, settingNames))
  const log = openLog(settings.logLevel)
  // A promise that nobody waits for may break; the hub goes on, and the log says so. Anything else leaves it in an unknown state.
  process.on('unhandledRejection', (cause) => log.error({ code: 'INTERNAL', cause }, 'unhandled'))
  process.on('uncaughtException', (cause) => {
    log.fatal({ code: 'INTERNAL', cause }, 'the hub ends')
    process.exit(1)
  })

  // Told to stop while it starts, it stops as soon as it has started.
  const told = Promise.withResolvers<void>()
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      told.resolve()
      process.once(signal, () => process.exit(130))
    })

  const hub: Hub = await startHub({ settings, log })
  // The gateway alone composes anew with the settings as they are now, those in files above all; what does not fit is said, and nothing changes.
  if (settings.subgraphs)
    process.on('SIGHUP', () => {
      readSettings(withSecretFiles(process.env, settingNames))
        .then(({ subgraphs, supergraphFile }) => hub.renew({ subgraphs: subgraphs ?? [], supergraphFile }))
        .then(
          () => log.info({}, 'composed anew'),
          (cause: unknown) => log.error({ code: 'NOT_COMPOSED' }, explain(cause)),
        )
    })
  process.stdout.write(`ready ${hub.url}\n`)
  await told.promise
  await hub.close()
  process.exit(0)
}

/** What the person at the keyboard can do something about is said in a sentence; anything else is a fault, with its stack. */
function explain(cause: unknown): string {
  const { name, code, message, stack } = cause as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${(cause as { port?: number }).port} is in use. Stop what uses it, or choose another: PORT=4001 npm start`
  if (code === 'EACCES') return message
  return name === 'SettingsError' || name === 'CompositionError' ? message : String(stack ?? cause)
}

/** The hub as a program: says in a sentence why it could not start. */
export async function run(): Promise<void> {
  try {
    await main()
  } catch (cause) {
    process.stderr.write(`${explain(cause)}\n`)
    process.exit(1)
  }
}

if (import.meta.main) await run()
