import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkFile, sendFile, writeFile, type AskGraph, type FileToSend, type ImportSeen } from './client.ts'

const USAGE = `Reads a file into the hub, with your own rights:

  npm run import -- <file> --as <person> [--dry-run] [--mapping "Column=FIELD,Other=-"] [--dossier <id>] [--kind PUPILS|OSO|EXPERIENCES]

--as names a person of the demo. Elsewhere give the bearer token in TOKEN. The hub is at HUB (http://localhost:PORT).
The kind follows from the file: .xml is OSO, .json is EXPERIENCES, .csv is PUPILS, with --dossier EXPERIENCES.`

/** What goes to the terminal: a sentence that says what to do. */
class Plain extends Error {}

function kindOf(file: string, said: string | undefined, dossierId: string | undefined): FileToSend['kind'] {
  if (said === 'PUPILS' || said === 'OSO' || said === 'EXPERIENCES') return said
  if (said !== undefined) throw new Plain('--kind is PUPILS, OSO or EXPERIENCES.')
  if (/\.xml$/i.test(file)) return 'OSO'
  return /\.json$/i.test(file) || dossierId !== undefined ? 'EXPERIENCES' : 'PUPILS'
}

async function tokenFor(name: string | undefined, port: number): Promise<string> {
  const { TOKEN } = process.env
  if (TOKEN) return TOKEN
  if (name === undefined) throw new Plain(USAGE)
  const { tokenOf } = await import('../demo/token.ts')
  return tokenOf(name, port)
}

function asking(url: string, token: string): AskGraph {
  return async (query, variables) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'nl' },
      body: JSON.stringify({ query, variables }),
    }).catch((cause: unknown) => {
      throw new Plain(`No hub answers at ${url}.`, { cause })
    })
    const { data, errors } = (await response.json()) as { data: never; errors?: { message: string }[] }
    if (errors?.[0]) throw new Plain(errors[0].message)
    return data
  }
}

/** "Stamnr=PUPIL_NUMBER,Klas=-": those columns; the others as the hub took them. */
function changed(text: string, { columns }: ImportSeen): { column: number; field: string | null }[] {
  const said = new Map(
    text.split(',').map((pair) => {
      const at = pair.lastIndexOf('=')
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const
    }),
  )
  for (const heading of said.keys())
    if (!columns.some((column) => column.heading === heading)) throw new Plain(`There is no column "${heading}".`)
  return columns.map(({ heading, field }, column) => {
    const other = said.get(heading)
    return { column, field: other === undefined ? field : other === '-' ? null : other }
  })
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function tell(seen: ImportSeen): void {
  if (seen.columns.length > 0)
    say(`columns: ${seen.columns.map(({ heading, field }) => `${heading} = ${field ?? '-'}`).join(', ')}`)
  for (const { line, column, reason } of seen.faults)
    say(`line ${line}${column === null ? '' : `, ${column}`}: ${reason}`)
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      mapping: { type: 'string' },
      dossier: { type: 'string' },
      kind: { type: 'string' },
    },
  })
  const [file] = positionals
  if (!file) throw new Plain(USAGE)
  const port = Number(process.env['PORT'] ?? 4000)
  const ask = asking(process.env['HUB'] ?? `http://localhost:${port}`, await tokenFor(values.as, port))
  const path = resolve(process.env['INIT_CWD'] ?? '.', file)
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Plain(`${path} cannot be read.`, { cause })
  })
  const kind = kindOf(file, values.kind, values.dossier)
  const id = await sendFile(ask, {
    kind,
    fileName: basename(file),
    bytes,
    ...(values.dossier === undefined ? {} : { dossierId: values.dossier }),
  })
  let seen = await checkFile(ask, id)
  if (values.mapping !== undefined) seen = await checkFile(ask, id, changed(values.mapping, seen))
  tell(seen)
  if (values['dry-run'] || seen.rows === 0) {
    say(`${seen.rows - seen.failed} of ${seen.rows} rows can be read in. Nothing was written.`)
    await ask('mutation ($input: ImportIdInput!) { removeImport(input: $input) }', { input: { id } })
    if (seen.faults.length > 0) process.exitCode = 1
    return
  }
  const end = await writeFile(ask, id, (done, rows) => process.stderr.write(`${done} of ${rows}\n`))
  for (const { line, column, reason } of end.faults.slice(seen.faults.length))
    say(`line ${line}${column === null ? '' : `, ${column}`}: ${reason}`)
  say(`added ${end.added}, changed ${end.changed}, unchanged ${end.unchanged}, not written ${end.failed}`)
  if (end.failed > 0) process.exitCode = 1
}

try {
  await main()
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exitCode = 1
}
