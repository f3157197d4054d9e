import { CatchBoundary } from '@tanstack/react-router'
import { Suspense, type ReactNode } from 'react'
import { FailureNote, Loading } from './looks.tsx'
import { useSlow } from './slow.ts'

const Missing = () => <FailureNote failure={{ code: 'OFFLINE', message: '', field: null }} />

/** It is said that something is on its way once that takes long enough to wonder. */
const OnItsWay = () => <Loading slow={useSlow(true)} />

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
