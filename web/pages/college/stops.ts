import { useEffect } from 'react'
import { useClient } from 'urql'
import { follow } from '../../parts/follow.ts'
import { WhatIsSeen } from './stops.graphql.ts'

/**
 * Asks again when what this institution sees of a dossier (or of any) has changed. The feed tells an institution of a stop by silence;
 * this stream tells that something which was open no longer is, and not why. It is open only while the page is looked at.
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
