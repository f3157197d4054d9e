import { useCallback, useEffect, useRef, useState } from 'react'
import { useMutation, useQuery, type AnyVariables, type DocumentInput } from 'urql'
import { failureOf, isClosed, isUnreached, type Failure } from './failure.ts'
import { useReached, useTurn } from './live.tsx'
import { useSession } from './session.tsx'
import { useSlow } from './slow.ts'

/** What a page knows of its question. */
export interface Asked<Data> {
  /** Undefined until the first answer. */
  data: Data | undefined
  /** Why there is no answer at all. */
  failure: Failure | null
  /** There is no answer yet, and it takes long enough (300 ms) to say so. */
  slow: boolean
  /** Whether this place of the answer is closed to the viewer: `closed('dossier', 'conditions')`. */
  closed: (...path: (string | number)[]) => boolean
  again: () => void
}

/**
 * Asks a question for a page, and again whenever something moved that this viewer may know of; `about` a dossier: that dossier. `fresh`
 * never shows an earlier answer first, not even for a moment: for what may have been closed to the reader since.
 */
export function useAsk<Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: Variables,
  { pause = false, about, fresh = false }: { pause?: boolean; about?: string; fresh?: boolean } = {},
): Asked<Data> {
  const turn = useTurn(about)
  const session = useSession()
  const [{ data, error, stale, fetching }, ask] = useQuery({
    query,
    variables,
    pause,
    ...(fresh ? { requestPolicy: 'network-only' } : {}),
  } as Parameters<typeof useQuery<Data, Variables>>[0])
  const seen = useRef(turn)
  useEffect(() => {
    if (pause || seen.current === turn) return
    seen.current = turn
    ask({ requestPolicy: 'network-only' })
  }, [turn, pause, ask])

  const failure = failureOf(error)
  const signedOut = failure?.code === 'UNAUTHENTICATED'
  // Without a connection, beside the signing in anew, and while it is asked again after that, the page stays as it was, with what somebody
  // types in it; what may be closed by now does not.
  const key = JSON.stringify(variables)
  const [last, setLast] = useState<{ key: string; data: Data } | null>(null)
  useEffect(() => {
    if (data != null && !fresh && !signedOut) setLast({ key, data })
  }, [data, key, fresh, signedOut])
  const isAsked = data === undefined && failure === null && fetching
  const kept = (isUnreached(failure) || signedOut || isAsked) && last?.key === key ? last.data : undefined
  const reached = useReached()
  const isAway = isUnreached(failure)
  useEffect(() => {
    if (isAway) reached(false)
    else if (data !== undefined) reached(true)
  }, [isAway, data, reached])
  const { end } = session
  useEffect(() => {
    if (signedOut) end()
  }, [signedOut, end])

  const waiting = data === undefined && kept === undefined && (fetching || stale)
  const slow = useSlow(waiting)

  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask])
  const closed = useCallback((...path: (string | number)[]) => isClosed(error, path), [error])
  const shown = signedOut ? kept : (data ?? kept)
  return { data: shown, failure: shown ? null : failure, slow, closed, again }
}

/** Something that a person does on a page. */
export interface Act<Data, Variables> {
  /** Does it; undefined when it did not work, and `failure` then says why. */
  act: (variables: Variables) => Promise<Data | undefined>
  busy: boolean
  failure: Failure | null
  /** When it last worked. */
  doneAt: Date | null
  clear: () => void
}

/** A mutation for a page. What the person typed stays with the page: nothing is cleared here when it fails. */
export function useAct<Data, Variables extends AnyVariables>(
  mutation: DocumentInput<Data, Variables>,
): Act<Data, Variables> {
  const [, run] = useMutation(mutation)
  const { end } = useSession()
  const [state, setState] = useState<{ busy: boolean; failure: Failure | null; doneAt: Date | null }>({
    busy: false,
    failure: null,
    doneAt: null,
  })
  const act = useCallback(
    async (variables: Variables): Promise<Data | undefined> => {
      setState((before) => ({ ...before, busy: true, failure: null }))
      const { data, error } = await run(variables)
      const failure = failureOf(error)
      if (failure?.code === 'UNAUTHENTICATED') end()
      setState((before) => ({ busy: false, failure, doneAt: failure ? before.doneAt : new Date() }))
      return failure ? undefined : (data ?? undefined)
    },
    [run, end],
  )
  const clear = useCallback(() => setState({ busy: false, failure: null, doneAt: null }), [])
  return { act, ...state, clear }
}
