import { useEffect, useRef } from 'react'
import { useClient } from 'urql'
import { follow } from './follow.ts'
import { StatusSeen, WhatIsSeen } from './stops.graphql.ts'

/**
 * Asks again when what this viewer sees of a dossier (or of any) has changed. The feed tells of a stop by silence, to an institution and
 * to who has no part in the dossier any more; this stream tells that something which was open no longer is, and not why. It is open only
 * while the page is looked at.
 */
export function useStops(dossierId: string | null, again: () => void): void {
  const client = useClient()
  useEffect(() => {
    let close: (() => void) | undefined
    function look(): void {
      const isSeen = document.visibilityState === 'visible'
      if (isSeen && !close)
        close = follow(client, WhatIsSeen, () => ({ dossierId }), { heard: again, broke: () => undefined, again })
      if (isSeen || !close) return
      close()
      close = undefined
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      close?.()
    }
  }, [client, dossierId, again])
}

/** The same, for as long as it stands on the page. */
export function Stops({ dossier, again }: { dossier: string; again: () => void }): null {
  useStops(dossier, again)
  return null
}

const SOON_MS = 1_000

/**
 * What stopped between the page's first answer and the opening of its stream is told by neither: looks once more, a moment later, at
 * the one thing that costs no reading of the dossier.
 */
export function useSecondLook(id: string, status: string | undefined, again: () => void): void {
  const client = useClient()
  const seen = useRef(status)
  useEffect(() => {
    seen.current = status
  }, [status])
  useEffect(() => {
    const timer = setTimeout(() => {
      void client.query(StatusSeen, { id }, { requestPolicy: 'network-only' }).then(({ data }) => {
        if (data?.dossier && seen.current !== undefined && data.dossier.status !== seen.current) again()
      })
    }, SOON_MS)
    return () => clearTimeout(timer)
  }, [client, id, again])
}
