import { CatchBoundary } from '@tanstack/react-router'
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import { FailureNote, Loading } from './looks.tsx'

const Missing = () => <FailureNote failure={{ code: 'OFFLINE', message: '', field: null }} />

const SLOW_MS = 300

/** It is said that something is on its way once that takes long enough to wonder. */
function OnItsWay() {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  return <Loading slow={slow} />
}

/** A part of a page that comes after the rest of it (`lazy`). What cannot come says so in its own place, and takes nothing of the rest with it. */
export function Later({
  of,
  children,
}: {
  /** Of what it is a part: with another one it is tried again. */
  of: string | number
  children: ReactNode
}) {
  return (
    <CatchBoundary getResetKey={() => of} errorComponent={Missing}>
      <Suspense fallback={<OnItsWay />}>{children}</Suspense>
    </CatchBoundary>
  )
}
