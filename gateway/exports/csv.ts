import type { Ask, Found } from './ask.ts'
import { statuses } from './questions.ts'

interface Application {
  id: string
  institution: { brin: string; name: string }
  programme: { crebo: string; name: string; level: string; route: string }
  startYear: number
  appliedAt: string
  onTime: boolean
  status: string
  messages: { at: string; status: string; recipients: string[] }[]
}
interface Page {
  dossiers: {
    edges: { node: { id: string; applications: Application[] | null } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }
}

/** A spreadsheet reads a cell that begins so as a formula, whoever wrote it. */
const FORMULA = /^[=+\-@\t\r]/

/** One cell as RFC 4180 writes it, with an apostrophe before what a spreadsheet would carry out. */
export function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as CSV: UTF-8 with the mark by which a spreadsheet knows it, lines with CRLF. */
export const csv = (rows: readonly (readonly (string | number | boolean | null)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

async function residents(ask: Ask): Promise<{ id: string; applications: Application[] }[]> {
  const all: { id: string; applications: Application[] }[] = []
  for (let after: string | null = null; ;) {
    const { data }: Found<Page> = await ask(statuses, { after })
    all.push(...data.dossiers.edges.map(({ node: { id, applications } }) => ({ id, applications: applications ?? [] })))
    if (!data.dossiers.pageInfo.hasNextPage) return all
    after = data.dossiers.pageInfo.endCursor
  }
}

/** Every application of the municipality's own residents, with its last status message. */
export async function statusRows(ask: Ask): Promise<string> {
  const head = [
    'dossier',
    'application',
    'institution_brin',
    'institution',
    'crebo',
    'programme',
    'level',
    'route',
    'start_year',
    'applied_at',
    'on_time',
    'status',
    'status_at',
    'school_brin',
  ]
  const rows = (await residents(ask)).flatMap(({ id, applications }) =>
    applications.map((one) => [
      id,
      one.id,
      one.institution.brin,
      one.institution.name,
      one.programme.crebo,
      one.programme.name,
      one.programme.level,
      one.programme.route,
      one.startYear,
      one.appliedAt,
      one.onTime,
      one.status,
      one.messages.at(-1)?.at ?? one.appliedAt,
      schoolOf(one),
    ]),
  )
  return csv([head, ...rows])
}

const OPEN = ['APPLIED', 'CONTRACT_OFFERED']

/**
 * The pupils who are expected to go to an mbo and have no place yet: residents with an application that goes on and none that
 * ended in enrolment. Pupils without an application are not known to a municipality through the graph.
 */
export async function expectedRows(ask: Ask): Promise<string> {
  const head = ['dossier', 'school_brin', 'start_year', 'open_applications', 'institutions', 'place_offered', 'on_time']
  const rows = (await residents(ask)).flatMap(({ id, applications }) => {
    const open = applications.filter(({ status }) => OPEN.includes(status))
    if (open.length === 0 || applications.some(({ status }) => status === 'ENROLLED')) return []
    return [
      [
        id,
        schoolOf(open[0]!),
        Math.min(...open.map(({ startYear }) => startYear)),
        open.length,
        open.map(({ institution }) => institution.name).join(' + '),
        open.some(({ status }) => status === 'CONTRACT_OFFERED'),
        open.some(({ onTime }) => onTime),
      ],
    ]
  })
  return csv([head, ...rows])
}

/** The school that a status message went to. */
const schoolOf = ({ messages }: Application): string | null =>
  messages.at(-1)?.recipients.find((each) => !each.startsWith('GM')) ?? null
