import type { Asking, Viewer } from '@doorstroomhub/kit/viewer.ts'
import { randomUUID } from 'node:crypto'

/** Headers as Node gives them, or the payload of a socket's first message. */
export type Given = Readonly<Record<string, unknown>>

/** The purposes of domain §4; any other word counts as none, and none means that nothing is open by consent. */
export const purposes: ReadonlySet<string> = new Set([
  'INTAKE_TALK',
  'SUPPORT_ARRANGEMENT',
  'STUDY_START',
  'ENROLMENT_ADMIN',
])

const text = (given: Given, name: string): string | undefined => {
  const value = given[name]
  return typeof value === 'string' ? value : undefined
}

export const newRequestId = (): string => randomUUID()

/** A caller may name its request, so that its log and ours can be laid side by side; only in this form. */
export function requestIdOf(given: Given): string {
  const named = text(given, 'x-request-id')
  return named !== undefined && /^[A-Za-z0-9_-]{8,64}$/.test(named) ? named : newRequestId()
}

/** Dutch or English, whichever the caller likes better; English when it says nothing of either. */
export function languageOf(given: Given): 'nl' | 'en' {
  const liked = (text(given, 'accept-language') ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find((each) => each !== undefined)
      return { language: tag.split('-', 1)[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ language, quality }) => (language === 'nl' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return liked[0]?.language === 'nl' ? 'nl' : 'en'
}

/** What is known of an operation at the door. Nothing in it but purpose, id and language is the caller's own word. */
export function askingOf(
  given: Given,
  proof: { viewer: Viewer; expiresAt?: Date; session?: string } | null,
  requestId = requestIdOf(given),
): Asking {
  const purpose = text(given, 'x-purpose')
  return {
    viewer: proof?.viewer ?? null,
    purpose: purpose !== undefined && purposes.has(purpose) ? purpose : null,
    requestId,
    language: languageOf(given),
    ...(proof?.expiresAt && { until: proof.expiresAt.toISOString() }),
    ...(proof?.session !== undefined && { session: proof.session }),
  }
}
