import { useEffect, useId, useRef } from 'react'
import { SavedState } from '../../editor/saved-state.tsx'
import { SectionText } from '../../editor/section-text.tsx'
import { editor } from '../../editor/editor.texts.ts'
import type { LiveState } from '../../editor/live-document.ts'
import { useLiveDocument, useLiveState } from '../../editor/use-live.ts'
import type { SectionAccess, SectionKey } from '../../graphql/schema.ts'
import { Button, Heading, Tag, Text } from '../../parts/basics.tsx'
import { Left, Loading, Note } from '../../parts/looks.tsx'
import { useOwner } from '../../parts/owner.ts'
import { forgetDevice, nameOnDevice } from '../../parts/own-device.ts'
import { useSession, useViewer } from '../../parts/session.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { sectionWords } from '../../texts/section-words.ts'
import { together } from './together.texts.ts'

interface SectionProps {
  section: SectionKey
  preparation: string | null
  access: SectionAccess
  /** It closed while it was on the screen. */
  isLost: boolean
  /** Own words that were not saved when the text went; often none. */
  left: string
  lookAgain: () => void
  school: string
  isOwnDevice: boolean
  report: (key: SectionKey, state: LiveState | null) => void
  onLost: (key: SectionKey) => void
  onLeft: (key: SectionKey, words: string) => void
  say: (words: string) => void
}

/** One section: its title, who reads along, and its text, or in words why there is none. */
export function Section(props: SectionProps) {
  const { section, preparation, access, isLost, left, lookAgain, school } = props
  const t = useTexts(together)
  const sections = useTexts(sectionWords)
  const viewer = useViewer()
  const owner = useOwner()
  const id = useId()
  const isOpen = preparation !== null && access !== 'NONE' && !isLost
  const keptAs = preparation && nameOnDevice(viewer.subject, `${preparation}/${section}`)
  useEffect(() => {
    // The right ended while the page was away: what was kept here goes too.
    if (keptAs !== null && access === 'NONE') void forgetDevice(keptAs)
  }, [keptAs, access])
  const jij = viewer.role === 'STUDENT'
  return (
    <section className="group" aria-labelledby={id}>
      <Heading level={2} id={id}>
        {sections[section]}
      </Heading>
      <p className="audience">
        <strong>{t.whoReads}</strong> {t.audience(school, jij, owner)[section]}
        {isOpen && ` ${t.access(jij)[access]}`}
      </p>
      <Left words={left} title={t.left(jij)} />
      {isOpen ? (
        <OpenSection {...props} preparation={preparation} keptAs={keptAs as string} />
      ) : isLost ? (
        <Note kind="waiting" live>
          <p>{t.lost}</p>
          <Button look="subtle" onClick={lookAgain}>
            {t.lookAgain}
          </Button>
        </Note>
      ) : (
        <Text soft>{viewer.role === 'INTAKER' ? t.closedMbo : t.closedSchool}</Text>
      )}
    </section>
  )
}

function OpenSection({
  section,
  preparation,
  access,
  isOwnDevice,
  keptAs,
  report,
  onLost,
  onLeft,
  say,
}: SectionProps & { preparation: string; keptAs: string }) {
  const t = useTexts(editor)
  const sections = useTexts(sectionWords)
  const id = useId()
  const { purpose, over, end, again } = useSession()
  const { name, role } = useViewer()
  const live = useLiveDocument(
    {
      room: `${preparation}/${section.toLowerCase()}`,
      purpose,
      canWrite: access === 'WRITE',
      me: { name, role },
      keptAs: isOwnDevice && access === 'WRITE' ? keptAs : null,
    },
    (words) => onLeft(section, words),
  )
  const state = useLiveState(live)
  const { connection, unsaved } = state

  useEffect(() => report(section, state), [report, section, state])
  useEffect(() => () => report(section, null), [report, section])
  useEffect(() => {
    if (connection === 'closed') onLost(section)
    if (connection === 'over') end()
    // A socket that is refused at the door says no reason; whether the session is over, the graph says.
    if (connection === 'broken' && navigator.onLine) again()
  }, [connection, section, onLost, end, again])
  useEffect(() => {
    if (!over) live?.reconnect()
  }, [over, live])

  const before = useRef(connection)
  useEffect(() => {
    if (before.current === 'connected' && connection === 'broken' && access === 'WRITE') say(t.saved.offline)
    if (before.current === 'broken' && connection === 'connected' && !unsaved) say(t.saved.all)
    before.current = connection
  }, [connection, unsaved, access, say, t])

  const typing = state.people.filter(({ isSelf, isTyping }) => !isSelf && isTyping).map((person) => person.name)
  if (!live || connection === 'closed') return null
  // Who is signed out hears of no stop: what others wrote is out of sight until one is here again, and what one typed waits with it.
  return (
    <div hidden={over && role === 'INTAKER'}>
      {state.ready ? (
        <SectionText
          live={live}
          title={sections[section]}
          frozen={connection === 'outdated'}
          describedBy={`${id}-saved ${id}-keys`}
        />
      ) : (
        <Loading slow={connection !== 'connecting'} />
      )}
      <SavedState live={live} state={state} id={`${id}-saved`} isKept={isOwnDevice} />
      {live.canWrite && (
        <p id={`${id}-keys`} className="hidden">
          {t.keys}
        </p>
      )}
      {connection === 'connected' && typing.length > 0 && (
        <p className="soft screen-only" aria-hidden="true">
          <Tag>{typing.map((each) => t.types(each, sections[section])).join(' ')}</Tag>
        </p>
      )}
    </div>
  )
}
