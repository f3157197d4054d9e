/**
 * The first script of a page: small, and there long before the rest. It asks who is signed in, and for whom it is begins with the page
 * that they begin with, so that on a slow phone the answers are there when the page can show them. It knows questions by their names.
 */
import { WHO_AM_I, MY_DOSSIER_AT_A_GLANCE } from '../graphql/first.ts'
import type { Role } from '../graphql/schema.ts'
import { firstLanguage, keepLanguage } from './language.ts'

/** What a page begins with: everybody states a purpose; it means something for the mbo only, and the viewer is not known yet. */
export const FIRST = { language: firstLanguage(), purpose: 'INTAKE_TALK' } as const

/** An answer that nobody came for by now is not what it would be today. */
const FRESH_MS = 10_000

const HEADERS = { 'accept-language': FIRST.language, 'x-purpose': FIRST.purpose }

const asked = new Map<string, { answer: Promise<Response>; end: AbortController; at: number }>()

function ask(documentId: string): Promise<Response> {
  const end = new AbortController()
  const answer = fetch('/graphql', {
    method: 'POST',
    headers: { ...HEADERS, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ documentId }),
    signal: end.signal,
  })
  asked.set(documentId, { answer, end, at: performance.now() })
  return answer
}

/** The answer to this question without variables if it was asked here, in the same way, and nobody had it yet; `signal` ends it too. */
export function firstAnswer(documentId: string, { headers, signal }: RequestInit): Promise<Response> | undefined {
  const early = asked.get(documentId)
  asked.delete(documentId)
  const now = (headers ?? {}) as Record<string, string>
  const isAlike = Object.entries(HEADERS).every(([name, value]) => now[name] === value)
  if (!early || !isAlike || performance.now() - early.at > FRESH_MS) return undefined
  signal?.addEventListener('abort', () => early.end.abort(signal.reason))
  return early.answer
}

/** What each role begins with (`vite.config.ts`): the address, and the scripts of that page. */
function beginningOf(role: Role): string[] {
  const { begins } = document.querySelector<HTMLElement>('script[data-begins]')!.dataset
  return (JSON.parse(begins!) as { [name in Role]?: string[] })[role] ?? []
}

async function begin(): Promise<void> {
  const answer = (await ask(WHO_AM_I)).clone()
  const { data } = (await answer.json()) as { data?: { viewer?: { role: Role } } | null }
  if (!data?.viewer) return
  const { role } = data.viewer
  const [path, ...scripts] = beginningOf(role)
  if (location.pathname !== '/' && location.pathname !== path) return
  if (role === 'STUDENT') ask(MY_DOSSIER_AT_A_GLANCE).catch(() => undefined)
  for (const script of scripts)
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'modulepreload', href: `/${script}`, crossOrigin: '' }),
    )
}

/**
 * A page that the browser keeps whole for its back button shows nothing of what was on it, and asks anew: a right may have ended since,
 * or somebody else may sit here now.
 */
function neverKept(): void {
  addEventListener('pagehide', ({ persisted }) => {
    if (persisted) document.documentElement.hidden = true
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}

/** The words that the hub sends to whom it does not know (`welcome.tsx`) are Dutch; another language is a page that can do more. */
function welcome(page: Element): void {
  // Back from where somebody may have signed in: what the browser kept is not asked for by itself.
  const [came] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (came?.type === 'back_forward') return location.reload()
  for (const button of page.querySelectorAll<HTMLElement>('button[lang="en"]'))
    button.addEventListener('click', () => {
      keepLanguage('en')
      location.reload()
    })
}

// Nothing where the welcome is made: there is no page there.
if (typeof document !== 'undefined') {
  neverKept()
  const page = document.getElementById('page')!
  if (page.hasChildNodes() && FIRST.language === 'nl') welcome(page)
  else {
    page.replaceChildren()
    // Where a page may not hash (plain HTTP, not this machine) its questions have no names. What fails here the page asks again.
    if (isSecureContext) begin().catch(() => undefined)
  }
}
