import { CatchBoundary } from '@tanstack/react-router'
import { Suspense, type ReactNode } from 'react'
import { FailureNote } from './looks.tsx'

const Missing = () => <FailureNote failure={{ code: 'OFFLINE', message: '', field: null }} />

/** A part of a page that comes after the rest of it (`lazy`). What cannot come says so in its own place, and takes nothing of the rest with it. */
export function Later({
  of,
  fallback,
  children,
}: {
  /** Of what it is a part: with another one it is tried again. */
  of: string | number
  fallback?: ReactNode
  children: ReactNode
}) {
  return (
    <CatchBoundary getResetKey={() => of} errorComponent={Missing}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </CatchBoundary>
  )
}
