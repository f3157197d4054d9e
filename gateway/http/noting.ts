import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import type { Log } from '@doorstroomhub/kit/log.ts'
import type { Reply } from '../operations.ts'
import type { Metrics, Outcome } from './metrics.ts'

export const codeOf = (reply: Reply): unknown =>
  'answer' in reply ? reply.answer.errors?.[0]?.extensions?.['code'] : undefined

function outcomeOf(reply: Reply): Outcome {
  if (reply.stage === 'stream') return 'answered'
  if (reply.stage !== 'answered') return codeOf(reply) === 'INTERNAL' ? 'failed' : 'refused'
  const { errors } = reply.answer
  if (errors === undefined) return 'answered'
  return errors.some(({ extensions }) => extensions?.['code'] === 'INTERNAL') ? 'failed' : 'partly'
}

/**
 * Writes one line and one figure about a question that was answered: which, by what kind of viewer, how it ended and how long it took.
 * Never who asked, nor a variable, nor the question itself. Its name is the asker's own word, so only names of the pages are written.
 */
export function note(door: { metrics: Metrics; log: Log }, reply: Reply, asking: Asking, milliseconds: number): void {
  const kind = reply.kind ?? 'unknown'
  const outcome = outcomeOf(reply)
  door.metrics.answered(kind, outcome, milliseconds / 1000)
  if (!door.log.isLevelEnabled('info')) return
  const errors = ('answer' in reply && reply.answer.errors) || []
  const codes = [...new Set(errors.map(({ extensions }) => String(extensions?.['code'])))]
  door.log.info(
    {
      requestId: asking.requestId,
      operation: reply.label,
      kind,
      role: asking.viewer?.role ?? null,
      purpose: asking.purpose,
      outcome,
      codes,
      ms: Math.round(milliseconds * 10) / 10,
    },
    'question',
  )
}
