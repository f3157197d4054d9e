/** Asks the graph one thing; throws the sentence of a refusal. */
export type AskGraph = (query: string, variables: Record<string, unknown>) => Promise<Record<string, unknown>>

/** What an import looks like to who began it. */
export interface ImportSeen {
  id: string
  state: 'RECEIVING' | 'CHECKED' | 'WRITING' | 'DONE'
  encoding: string | null
  separator: string | null
  columns: { heading: string; field: string | null }[]
  rows: number
  done: number
  added: number
  changed: number
  unchanged: number
  failed: number
  faults: { line: number; column: string | null; reason: string }[]
}

const SEEN = `id state encoding separator columns { heading field } rows done added changed unchanged failed
  faults(first: 1000) { line column reason }`
/** Base64 of this many bytes fits in one part. */
const PART_BYTES = 512 * 1024

export interface FileToSend {
  kind: 'PUPILS' | 'OSO' | 'EXPERIENCES'
  fileName: string
  bytes: Uint8Array
  dossierId?: string
}

/** Brings a file to the hub, part by part; answers its id. */
export async function sendFile(ask: AskGraph, { bytes, ...file }: FileToSend): Promise<string> {
  const started = await ask('mutation ($input: StartImportInput!) { startImport(input: $input) { id } }', {
    input: { ...file, size: bytes.length },
  })
  const { id } = started['startImport'] as { id: string }
  for (let part = 1; (part - 1) * PART_BYTES < bytes.length; part += 1) {
    const content = Buffer.from(bytes.subarray((part - 1) * PART_BYTES, part * PART_BYTES)).toString('base64')
    await ask('mutation ($input: AppendImportInput!) { appendImport(input: $input) { id } }', {
      input: { id, part, content },
    })
  }
  return id
}

/** Has the hub read it and say what it finds; nothing is written. */
export async function checkFile(
  ask: AskGraph,
  id: string,
  mapping: readonly { column: number; field: string | null }[] | null = null,
): Promise<ImportSeen> {
  const answer = await ask(`mutation ($input: CheckImportInput!) { checkImport(input: $input) { ${SEEN} } }`, {
    input: { id, ...(mapping ? { mapping } : {}) },
  })
  return answer['checkImport'] as ImportSeen
}

/** Has it written until it is finished, and tells how far it is. */
export async function writeFile(
  ask: AskGraph,
  id: string,
  onProgress: (done: number, rows: number) => void = () => undefined,
): Promise<ImportSeen> {
  for (;;) {
    const answer = await ask(
      'mutation ($input: ContinueImportInput!) { continueImport(input: $input) { rows done finished } }',
      { input: { id } },
    )
    const { rows, done, finished } = answer['continueImport'] as { rows: number; done: number; finished: boolean }
    onProgress(done, rows)
    if (finished) break
  }
  return seenFile(ask, id)
}

export async function seenFile(ask: AskGraph, id: string): Promise<ImportSeen> {
  const answer = await ask(`query ($id: ID!) { import(id: $id) { ${SEEN} } }`, { id })
  return answer['import'] as ImportSeen
}
