import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Provider, useClient, useQuery } from 'urql'
import type { Purpose } from '../graphql/schema.ts'
import { WhoAmI, type WhoAmIQuery } from '../graphql/viewer.graphql.ts'
import { openClient } from './client.ts'
import { keepDraftsOf } from './draft.ts'
import { failureOf, type Failure } from './failure.ts'
import { FIRST } from './first.ts'
import { forgetDevice, forgetOthers } from './own-device.ts'
import { useLanguage } from './texts.tsx'

export type Viewer = WhoAmIQuery['viewer']

export interface Session {
  /** Undefined while that is being asked, null when nobody is signed in. */
  viewer: Viewer | null | undefined
  /** Why it is not known who it is. */
  failure: Failure | null
  /** The session came to its end while a page was open: what was typed stays, and one signs in again beside it. */
  over: boolean
  /** Any part that hears UNAUTHENTICATED says so here. */
  end: () => void
  /** Asks again who it is. */
  again: () => void
  purpose: Purpose | null
  setPurpose: (purpose: Purpose) => void
}

const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('There is no session here.')
  return session
}

/** The person who is signed in; for pages that nobody else can reach. */
export function useViewer(): Viewer {
  const { viewer } = useSession()
  if (!viewer) throw new Error('Nobody is signed in here.')
  return viewer
}

const READERS: ReadonlySet<string> = new Set(['INTAKER', 'PARTNER'])

/** The way to the graph with which a page begins. */
const firstClient = openClient(FIRST)

/**
 * Asks who is signed in before anything is drawn: what is drawn then need not be drawn twice. Ends when that is known, or failed; true
 * when nobody is.
 */
export const askedWho = (): Promise<boolean> =>
  new Promise((resolve) => {
    firstClient
      .query(WhoAmI, {}, { requestPolicy: 'network-only' })
      .subscribe(({ error }) => resolve(failureOf(error)?.code === 'UNAUTHENTICATED'))
  })

/** Who is asking, and a way to the graph for them. */
export function SessionProvider({ nobody, children }: { nobody: boolean; children: ReactNode }) {
  const { language } = useLanguage()
  const [purpose, setPurpose] = useState<Purpose>(FIRST.purpose)
  // Back in the language of the beginning what was read there is still there, also without a connection.
  const client = useMemo(
    () => (language === FIRST.language && purpose === FIRST.purpose ? firstClient : openClient({ language, purpose })),
    [language, purpose],
  )
  return (
    <Provider value={client}>
      <Known begin={nobody ? null : undefined} purpose={purpose} setPurpose={setPurpose}>
        {children}
      </Known>
    </Provider>
  )
}

function Known({
  begin,
  purpose,
  setPurpose,
  children,
}: {
  /** Who it is taken to be until that is known. */
  begin: null | undefined
  purpose: Purpose
  setPurpose: (purpose: Purpose) => void
  children: ReactNode
}) {
  const [{ data, error }, ask] = useQuery({ query: WhoAmI, requestPolicy: 'cache-first' })
  // Back at the first way it is asked anew: somebody else may have signed in since it was asked there. A new way asks by itself.
  const client = useClient()
  const asked = useRef(client)
  useEffect(() => {
    if (asked.current === client) return
    asked.current = client
    if (client === firstClient) ask({ requestPolicy: 'network-only' })
  }, [client, ask])
  const [known, setKnown] = useState<Viewer | null>(null)
  const [over, setOver] = useState(false)
  const failure = useMemo(() => failureOf(error), [error])
  const nobody = failure?.code === 'UNAUTHENTICATED'

  useEffect(() => {
    if (!data) return
    // Somebody else signed in beside this page: nothing of the first person may stay on it.
    if (known && known.subject !== data.viewer.subject) return location.assign('/')
    void forgetOthers(data.viewer.subject)
    setKnown(data.viewer)
    setOver(false)
  }, [data, known])
  useEffect(() => {
    if (nobody && known) setOver(true)
  }, [nobody, known])

  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask])
  const end = useCallback(() => setOver(true), [])
  const viewer = data?.viewer ?? known ?? (nobody ? null : begin)
  const subject = viewer?.subject
  // Before anything of this person is drawn: what another typed in this tab is not for them. The same each time that it is done.
  const [drafts, setDrafts] = useState<string>()
  if (subject !== undefined && drafts !== subject) {
    keepDraftsOf(subject)
    setDrafts(subject)
  }
  const value = useMemo(
    () => ({
      viewer,
      failure: nobody || viewer ? null : failure,
      over,
      end,
      again,
      purpose: viewer && READERS.has(viewer.role) ? purpose : null,
      setPurpose,
    }),
    [viewer, failure, nobody, over, end, again, purpose, setPurpose],
  )
  return <SessionContext value={value}>{children}</SessionContext>
}

/** Signs out here and at the provider, and leaves nothing on this device. */
export function signOut(): void {
  try {
    sessionStorage.clear()
  } catch {
    // A browser that keeps nothing has nothing to clear.
  }
  void forgetDevice().finally(() => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = '/sign-out'
    document.body.append(form)
    form.submit()
  })
}

export const signInPath = (back: string): string => `/sign-in?return=${encodeURIComponent(back)}`
