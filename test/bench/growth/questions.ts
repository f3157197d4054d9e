import { isDeepStrictEqual } from 'node:util'
import type { Comparable } from '../compare.ts'
import { intakersList } from '../intakers-list/question.ts'
import { LIST, LOTTE, NOOR, type Expected } from './data.ts'

/** One question, who asks it, and what is wrong with an answer (null: nothing); `small` is the answer of the smallest database. */
export interface Question {
  name: string
  who: string
  purpose: string | null
  body: string
  check(answer: Comparable, expected: Expected, small: Comparable): string | null
}

const asked = (query: string): string => JSON.stringify({ query })
/** What is asked of each dossier in the intaker's list. */
const node = /node \{([\s\S]*)\}\s*\}\s*pageInfo/.exec(intakersList(LIST))?.[1]
if (node === undefined) throw new Error("The intaker's list has another form than was thought.")

const unexpected = ({ errors }: Comparable): string | null =>
  errors.find((error) => !error.endsWith(' NOT_AVAILABLE')) ?? null

/** A rounded count, or hidden because it is small. */
function isRounded(exact: number, { count, suppressed }: { count: number | null; suppressed: boolean }): boolean {
  return count === null ? suppressed : Math.abs(count - exact) <= 5
}

export const questions: readonly Question[] = [
  // First, since the others write lines.
  {
    name: 'a page of the read log',
    who: 'noor',
    purpose: null,
    body: asked(
      `{ dossier(id: "${NOOR}") { readLog(first: ${LIST}) { edges { cursor node { at reader role groups purpose basis organisation { brin name } } } pageInfo { hasNextPage endCursor } } } }`,
    ),
    check(answer, { page }) {
      const { edges } = (
        answer.data as { dossier: { readLog: { edges: { node: { at: string; groups: string[] } }[] } } }
      ).dossier.readLog
      const lines = edges.map((edge) => ({ at: new Date(edge.node.at).toISOString(), groups: edge.node.groups }))
      return isDeepStrictEqual(lines, page) ? unexpected(answer) : `these are not the newest ${LIST} lines`
    },
  },
  {
    name: "intaker's list",
    who: 'marieke',
    purpose: 'INTAKE_TALK',
    body: asked(intakersList(LIST)),
    check(answer, { list }) {
      const { edges } = (answer.data as { dossiers: { edges: { node: { id: string; identity: unknown } }[] } }).dossiers
      const ids = edges.map((edge) => edge.node.id)
      if (!isDeepStrictEqual(ids, list)) return `these are not the first ${LIST}: ${ids.join(' ')}`
      if (edges.every((edge) => edge.node.identity === null)) return 'nothing in it is open'
      return unexpected(answer)
    },
  },
  {
    name: 'one dossier',
    who: 'marieke',
    purpose: 'INTAKE_TALK',
    body: asked(`{ dossier(id: "${LOTTE}") {${node}} }`),
    check(answer, _expected, small) {
      const { dossier } = answer.data as { dossier: { identity: unknown } | null }
      if (!dossier?.identity) return 'it is not open'
      return isDeepStrictEqual(answer, small) ? unexpected(answer) : 'it is another than in the small database'
    },
  },
  {
    name: 'region status',
    who: 'ilse',
    purpose: null,
    body: asked(
      '{ region(code: "10") { code name status { schoolYear at counts { status level shown count suppressed } } weeks(last: 26) { week counts { status shown } } } }',
    ),
    check(answer, { counts }) {
      const { status } = (
        answer.data as {
          region: {
            status: { counts: { status: string; level: string | null; count: number | null; suppressed: boolean }[] }
          }
        }
      ).region
      const totals = status.counts.filter(({ level }) => level === null)
      if (totals.length < 3) return `there are only ${totals.length} totals`
      const wrong = totals.find((one) => !isRounded(counts.get(one.status) ?? 0, one))
      return wrong ? `${wrong.status} is ${wrong.count} and not ${counts.get(wrong.status)}` : unexpected(answer)
    },
  },
]
