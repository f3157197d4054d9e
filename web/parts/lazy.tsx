import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { createElement, use, useCallback, useEffect, useState, type ComponentType } from 'react'
import { common } from '../texts/common.ts'
import { Link, Text } from './basics.tsx'
import type { Failure } from './failure.ts'
import { FailureNote, NoAnswer } from './looks.tsx'
import { Page } from './page.tsx'
import { useTexts } from './texts.tsx'

/** What was thrown because a part of the pages could not be fetched. */
const missing = new WeakSet<object>()

/** Hears of each part that could not come. */
export function noteMissing({ payload }: { payload: unknown }): void {
  if (payload instanceof Error) missing.add(payload)
}

/**
 * A page that is fetched when somebody goes to it, or seems about to. One that could not come stays so in this document: a browser may
 * keep a script that failed, and without its style a page would be half. Who goes there is helped by `PageFailed`.
 */
export function lazyPage<Name extends string, Props extends object = object>(
  load: () => Promise<Record<Name, ComponentType<NoInfer<Props>>>>,
  name: Name,
) {
  let page: ComponentType<Props> | undefined
  let coming: Promise<ComponentType<Props>> | undefined
  const come = (): Promise<ComponentType<Props>> => (coming ??= load().then((module) => (page = module[name])))
  function Lazy(props: Props) {
    return createElement(page ?? use(come()), props)
  }
  return Object.assign(Lazy, { preload: async (): Promise<void> => void (await come()) })
}

/** What stands in the place of a page that could not come, or that broke; the header and the menu stay around it. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const t = useTexts(common)
  return (
    <Page title={t.pageFailed}>
      {error instanceof Error && missing.has(error) ? <Missing /> : <Broken reset={reset} />}
      <Text>
        <Link to="/">{t.home}</Link>
      </Text>
    </Page>
  )
}

const RELOADED = 'reloaded'
const NOT_AGAIN_MS = 60_000

async function hubAnswers(): Promise<boolean> {
  try {
    return (await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } })).ok
  } catch {
    return false
  }
}

/** Whether the page comes anew by itself: not again and again. */
function mayReload(): boolean {
  try {
    if (Date.now() - Number(sessionStorage.getItem(RELOADED) ?? 0) < NOT_AGAIN_MS) return false
    sessionStorage.setItem(RELOADED, String(Date.now()))
    return true
  } catch {
    return false
  }
}

/**
 * The hub has newer pages than this one, or cannot be reached. Only when it answers is the whole page fetched anew: a browser that
 * cannot reach it would put its own page in the place of this one.
 */
function Missing() {
  const [failure, setFailure] = useState<Failure | null>(null)
  const look = useCallback(async (asked: boolean): Promise<void> => {
    const answers = await hubAnswers()
    if (answers && (asked || mayReload())) return location.reload()
    setFailure({ code: answers ? 'INTERNAL' : 'OFFLINE', message: '', field: null })
  }, [])
  useEffect(() => void look(false), [look])
  return <NoAnswer failure={failure} slow again={() => void look(true)} />
}

function Broken({ reset }: Pick<ErrorComponentProps, 'reset'>) {
  const router = useRouter()
  return (
    <FailureNote
      failure={{ code: 'INTERNAL', message: '', field: null }}
      again={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}
