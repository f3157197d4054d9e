import { useEffect, useRef, useState } from 'react'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button, Heading, Text } from '../../parts/basics.tsx'
import { FailureNote, Note } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { Columns } from './columns.tsx'
import { Faults } from './faults.tsx'
import { ContinueImport, RemoveImport, type ImportSeenQuery } from './read-in.graphql.ts'
import { readInTexts } from './read-in.texts.ts'

export type Seen = NonNullable<ImportSeenQuery['import']>

const SEPARATORS: Record<string, string> = { '\t': 'tab' }

/** What was found in the file; writing it; and what came of that. */
export function Checked({ seen, onAway, onWritten }: { seen: Seen; onAway: () => void; onWritten: () => void }) {
  const t = useTexts(readInTexts)
  const remove = useAct(RemoveImport)
  const top = useRef<HTMLDivElement>(null)
  const isDone = seen.state === 'DONE'
  useEffect(() => {
    top.current?.focus()
  }, [isDone])
  const separator = seen.separator === null ? null : (SEPARATORS[seen.separator] ?? `"${seen.separator}"`)
  return (
    <>
      <div ref={top} tabIndex={-1}>
        <Heading level={2}>{isDone ? t.done : `${t.found}: ${seen.fileName}`}</Heading>
      </div>
      {isDone ? (
        <Note kind="good" live>
          {t.outcome(seen.added, seen.changed, seen.unchanged, seen.failed)}{' '}
          {seen.kind === 'EXPERIENCES' ? t.notSharedStudent : t.notShared}
        </Note>
      ) : (
        <>
          {seen.rows > 0 && <Text>{t.foundText(seen.rows - seen.failed, seen.rows)}</Text>}
          <Text soft>
            {seen.encoding !== null && `${t.how(seen.encoding, separator)} `}
            {seen.state === 'CHECKED' && t.nothingYet}
          </Text>
        </>
      )}
      {seen.state === 'CHECKED' && seen.columns.length > 0 && <Columns seen={seen} />}
      {seen.faults.length > 0 && <Faults seen={seen} />}
      {!isDone && seen.rows > seen.failed && <Writing seen={seen} onWritten={onWritten} />}
      <FailureNote failure={remove.failure} />
      <Actions>
        <Button look="subtle" onClick={onAway}>
          {t.another}
        </Button>
        <Button
          look="subtle"
          negative
          busy={remove.busy}
          onClick={() => void remove.act({ input: { id: seen.id } }).then((done) => done && onAway())}
        >
          {t.remove}
        </Button>
      </Actions>
    </>
  )
}

/** Asks the hub to go on until it is finished. Whoever stops, or leaves the page, can go on later. */
function Writing({ seen, onWritten }: { seen: Seen; onWritten: () => void }) {
  const t = useTexts(readInTexts)
  const { act, failure } = useAct(ContinueImport)
  const [done, setDone] = useState(seen.done)
  const [going, setGoing] = useState(false)
  const [stopped, setStopped] = useState(false)
  const goes = useRef(false)
  useEffect(
    () => () => {
      goes.current = false
    },
    [],
  )
  const go = async (): Promise<void> => {
    goes.current = true
    setGoing(true)
    setStopped(false)
    while (goes.current) {
      const answer = await act({ input: { id: seen.id } })
      if (!answer) break
      setDone(answer.continueImport.done)
      if (answer.continueImport.finished) return onWritten()
    }
    goes.current = false
    setGoing(false)
  }
  const good = seen.rows - seen.failed
  const label = seen.kind === 'EXPERIENCES' ? t.writeStudent(good) : t.write(good)
  return (
    <>
      {(going || seen.state === 'WRITING') && (
        <progress className="import-progress" max={seen.rows} value={done} aria-label={t.busy(done, seen.rows)} />
      )}
      <p role="status">{going ? t.busy(done, seen.rows) : stopped ? t.stopped : ''}</p>
      <FailureNote failure={failure} />
      <Actions>
        {going ? (
          <Button
            onClick={() => {
              goes.current = false
              setStopped(true)
            }}
          >
            {t.stop}
          </Button>
        ) : (
          <Button look="primary" onClick={() => void go()}>
            {seen.state === 'WRITING' || stopped ? t.goOn : label}
          </Button>
        )}
      </Actions>
    </>
  )
}
