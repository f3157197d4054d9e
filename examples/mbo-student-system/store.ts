import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What this system keeps of one applicant: what was open when it last asked, and nothing of before. */
export type Applicant = Record<string, unknown>

export interface Change {
  cursor: string
  kind: string
  at: string
  dossier: string | null
  application: string | null
}

export interface State {
  /** Up to where the feed was handled. */
  cursor: string | null
  applicants: Record<string, Applicant>
  /** Every change that was handled, in order: what another system would act upon. */
  handled: Change[]
}

/** Reads what was kept; nothing yet is a fresh start. */
export async function load(folder: string): Promise<State> {
  try {
    return JSON.parse(await readFile(join(folder, 'state.json'), 'utf8')) as State
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    return { cursor: null, applicants: {}, handled: [] }
  }
}

/**
 * Keeps cursor and content in one step. The feed gives a change at least once; because the cursor moves together with what the
 * change did, a system that is killed anywhere begins again where it was, with nothing missed and nothing done twice.
 */
export async function save(folder: string, state: State): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, 'state.json.new')
  await writeFile(draft, JSON.stringify(state, null, 2), { mode: 0o600, flush: true })
  await rename(draft, join(folder, 'state.json'))
}
