import { useBlocker, useParams } from '@tanstack/react-router'
import { lazy, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { everybody, useAnnouncements, usePeopleAnnounced, type PeopleBySection } from '../../editor/announce.ts'
import type { LiveState } from '../../editor/live-document.ts'
import type { SectionKey } from '../../graphql/schema.ts'
import { useAsk } from '../../parts/ask.ts'
import { Actions, Button, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { Dialog } from '../../parts/form.tsx'
import { Later } from '../../parts/later.tsx'
import { Left, NoAnswer, Note } from '../../parts/looks.tsx'
import { claimDevice, forgetDevice, isOwnDevice } from '../../parts/own-device.ts'
import { Page } from '../../parts/page.tsx'
import { useSession, useViewer } from '../../parts/session.tsx'
import { Stops } from '../../parts/stops.ts'
import { useTexts } from '../../parts/texts.tsx'
import { NotFound } from '../start/not-found.tsx'
import { useKeptSoon } from './kept-soon.ts'
import { People } from './people.tsx'
import { Section } from './section.tsx'
import { TogetherPage } from './together.graphql.ts'
import { together } from './together.texts.ts'
import { WayBack } from './way-back.tsx'

/** What stands under the live texts comes after them. */
const Versions = lazy(async () => ({ default: (await import('./versions.tsx')).Versions }))
const AfterTalk = lazy(async () => ({ default: (await import('./after-talk.tsx')).AfterTalk }))
const OwnDevice = lazy(async () => ({ default: (await import('./own-device.tsx')).OwnDevice }))

const KEYS = ['SUMMARY', 'QUESTIONS', 'SUPPORT', 'AGREEMENTS'] as const satisfies readonly SectionKey[]

/** `/samen/<dossier>/<application>`: the live document of an application, for everybody who may open a part of it. */
export function Together() {
  const { dossier: dossierId, application: applicationId } = useParams({
    from: '/together/samen/$dossier/$application',
  })
  const t = useTexts(together)
  const { moment } = useDates()
  const viewer = useViewer()
  const { purpose, setPurpose } = useSession()
  const isMbo = viewer.role === 'INTAKER'
  const jij = viewer.role === 'STUDENT'
  // An intaker is here for the talk; anything else opens nothing.
  const otherPurpose = isMbo && purpose !== 'INTAKE_TALK'
  useEffect(() => {
    if (otherPurpose) setPurpose('INTAKE_TALK')
  }, [otherPurpose, setPurpose])
  const { data, failure, slow, again } = useAsk(
    TogetherPage,
    { dossier: dossierId, named: !jij },
    { pause: otherPurpose },
  )

  const [isOwn, setOwn] = useState(() => isOwnDevice(viewer.subject))
  const [cannotKeep, setCannotKeep] = useState(false)
  const [said, say] = useAnnouncements()
  const { people, unsaved, report } = useSections()
  usePeopleAnnounced(people, say)

  const application = data?.dossier?.applications?.find(({ id }) => id === applicationId)
  const preparation = application?.intakePreparation
  const sections = preparation?.sections
  const access = useMemo(() => new Map(sections?.map((section) => [section.key, section.access]) ?? []), [sections])
  const { lost, lose, find } = useLost(access, data !== undefined)
  const onLost = useCallback(
    (key: SectionKey) => {
      lose(key)
      say(t.lost)
      again()
    },
    [lose, say, again, t],
  )

  const [left, setLeft] = useState<Partial<Record<SectionKey, string>>>({})
  const onLeft = useCallback(
    (key: SectionKey, typed: string) =>
      setLeft((before) => ({ ...before, [key]: [before[key], typed].filter(Boolean).join('\n') })),
    [],
  )

  const [ended, begin] = useKeptSoon(preparation?.versions.length ?? 0, again)

  const leaving = useBlocker({
    shouldBlockFn: () => unsaved && !isOwn,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  })

  if (!data?.dossier || !application)
    return (
      <>
        {data ? <NotFound /> : <NoAnswer failure={failure} slow={slow} again={again} />}
        <Left words={Object.values(left).join('\n')} title={t.left(jij)} />
      </>
    )
  const { dossier } = data
  const { institution, programme, talkAt } = application
  const { callName, surnamePrefix, surname } = dossier.identity ?? {}
  const name = [callName, surnamePrefix, surname].filter(Boolean).join(' ') || t.someone
  const open = KEYS.filter((key) => (access.get(key) ?? 'NONE') !== 'NONE' && !lost.has(key))

  return (
    <Page
      title={t.title}
      lead={jij ? t.own(institution.name, programme.name) : t.of(name, institution.name, programme.name)}
    >
      {!jij && <Stops dossier={dossierId} again={again} />}
      <WayBack dossier={dossierId} />
      {talkAt && <Text>{t.talkAt(moment(talkAt))}</Text>}
      {open.length > 0 && <Text soft>{t.how(jij)}</Text>}
      <People people={everybody(people)} />
      <p className="hidden" role="status" aria-live="polite">
        {said}
      </p>
      {KEYS.map((key) => (
        <Section
          key={key}
          section={key}
          preparation={preparation?.id ?? null}
          access={access.get(key) ?? 'NONE'}
          isLost={lost.has(key)}
          left={left[key] ?? ''}
          lookAgain={() => {
            find(key)
            again()
          }}
          school={institution.name}
          isOwnDevice={isOwn}
          report={report}
          onLost={onLost}
          onLeft={onLeft}
          say={say}
        />
      ))}
      {jij && <Text soft>{t.stopHow}</Text>}
      {open.some((key) => access.get(key) === 'WRITE') && (
        <Later of={applicationId}>
          <OwnDevice
            isOwn={isOwn}
            cannotKeep={cannotKeep}
            jij={jij}
            set={(own) => {
              if (own && !claimDevice(viewer.subject)) return setCannotKeep(true)
              setOwn(own)
              if (!own) void forgetDevice()
            }}
          />
        </Later>
      )}
      {preparation && open.length > 0 && (
        <>
          {talkAt && dossier.can.includes('END_TALK') && (
            <Later of={applicationId}>
              <AfterTalk dossier={dossier} onEnded={begin} />
            </Later>
          )}
          {ended && (
            <Note kind="good" live>
              {t.ended}
            </Note>
          )}
          <Later of={applicationId}>
            <Versions
              dossier={dossierId}
              application={applicationId}
              preparation={preparation}
              open={open}
              again={again}
              mayKeep={open.some((key) => access.get(key) === 'WRITE')}
            />
          </Later>
        </>
      )}
      <Dialog open={leaving.status === 'blocked'} title={t.leave.title} onClose={() => leaving.reset?.()}>
        <Text>{t.leave.text}</Text>
        <Actions>
          <Button look="primary" onClick={() => leaving.reset?.()}>
            {t.leave.stay}
          </Button>
          <Button negative onClick={() => leaving.proceed?.()}>
            {t.leave.go}
          </Button>
        </Actions>
      </Dialog>
    </Page>
  )
}

/** What the sections say of themselves: who is there, and whether something is not saved yet. */
function useSections() {
  const [people, setPeople] = useState<PeopleBySection>({})
  const [waiting, setWaiting] = useState<ReadonlySet<SectionKey>>(new Set())
  const report = useCallback((key: SectionKey, state: LiveState | null) => {
    setPeople((before) => {
      const here = state?.connection === 'connected' ? state.people : undefined
      if (before[key] === here) return before
      const { [key]: _gone, ...others } = before
      return here ? { ...others, [key]: here } : others
    })
    setWaiting((before) => {
      const waits = state?.unsaved === true
      if (before.has(key) === waits) return before
      const next = new Set(before)
      if (waits) next.add(key)
      else next.delete(key)
      return next
    })
  }, [])
  return { people, unsaved: waiting.size > 0, report }
}

const DOUBT_MS = 3_000

/** Sections that closed under the reader. One comes back when the graph says that it was closed, and later that it is open. */
function useLost(access: ReadonlyMap<SectionKey, string>, isKnown: boolean) {
  const [lost, setLost] = useState<ReadonlySet<SectionKey>>(new Set())
  const confirmed = useRef(new Set<SectionKey>())
  const lose = useCallback((key: SectionKey) => setLost((before) => new Set(before).add(key)), [])
  const tried = useRef(new Set<SectionKey>())
  const find = useCallback((key: SectionKey) => {
    confirmed.current.delete(key)
    tried.current.delete(key)
    setLost((before) => new Set([...before].filter((each) => each !== key)))
  }, [])
  useEffect(() => {
    if (!isKnown) return
    const doubted: SectionKey[] = []
    for (const key of lost)
      if ((access.get(key) ?? 'NONE') === 'NONE') confirmed.current.add(key)
      else if (confirmed.current.has(key)) find(key)
      else if (!tried.current.has(key)) doubted.push(key)
    if (doubted.length === 0) return
    // Closed and open again before the graph was asked: tried once, unless it says within that time that it is closed.
    const timer = setTimeout(() => {
      for (const key of doubted) {
        find(key)
        tried.current.add(key)
      }
    }, DOUBT_MS)
    return () => clearTimeout(timer)
  }, [access, isKnown, lost, find])
  return { lost, lose, find }
}
