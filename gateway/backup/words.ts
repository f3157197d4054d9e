/** Something that the person at the keyboard can do something about; said without a stack. */
export class CannotDo extends Error {
  override readonly name = 'CannotDo'
}

/** Runs a command of this folder: prints what it did, or why it could not. */
export async function asCommand(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`)
  } catch (cause) {
    const said = cause instanceof Error && ['CannotDo', 'SettingsError'].includes(cause.name)
    process.stderr.write(`${said ? (cause as Error).message : String((cause as Error).stack ?? cause)}\n`)
    process.exitCode = 1
  }
}

/** The beginning of a file says what it is. */
export type Kind = 'postgresql' | 'embedded' | 'ended'

export function kindOf(head: Buffer): Kind | null {
  if (head.subarray(0, 5).toString('latin1') === 'PGDMP') return 'postgresql'
  if (head[0] === 0x1f && head[1] === 0x8b) return 'embedded'
  return head.subarray(0, 8).toString('utf8') === '{"ended"' ? 'ended' : null
}
