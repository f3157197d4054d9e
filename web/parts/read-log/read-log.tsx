import { useCallback, useEffect, useRef, useState } from 'react'
import { words } from '../../texts/words.ts'
import { useAsk } from '../ask.ts'
import { Actions, Button, Facts, Heading } from '../basics.tsx'
import { useDates } from '../dates.ts'
import { Fold } from '../form.tsx'
import { NoAnswer } from '../looks.tsx'
import { useTexts } from '../texts.tsx'
import { ReadLogPage, type ReadLogPageQuery } from './read-log.graphql.ts'
import { readLogTexts } from './read-log.texts.ts'
import { byGround, byReaderAndDay, keyOf, mondayOf } from './weeks.ts'

type Log = NonNullable<NonNullable<ReadLogPageQuery['dossier']>['readLog']>
/** One time that somebody looked. */
export type Entry = Log['edges'][number]['node']

/** Who looked, newest first, week by week; earlier ones on request. However it came in parts, a day is told once. */
export function ReadLog(props: { dossierId: string; level?: 2 | 3 }) {
  return <Collected key={props.dossierId} {...props} />
}

function Collected({ dossierId, level = 2 }: { dossierId: string; level?: 2 | 3 }) {
  const t = useTexts(readLogTexts)
  const { day } = useDates()
  const [parts, setParts] = useState(1)
  const [logs, setLogs] = useState<ReadonlyMap<string | null, Log>>(new Map())
  const keep = useCallback((after: string | null, log: Log) => setLogs((all) => new Map(all).set(after, log)), [])
  const end = useRef<HTMLParagraphElement>(null)

  // Each part begins where the one before ends now: somebody may look meanwhile.
  const cursors: (string | null)[] = [null]
  while (cursors.length < parts) {
    const before = logs.get(cursors.at(-1) ?? null)?.pageInfo
    if (!before?.hasNextPage) break
    cursors.push(before.endCursor)
  }
  const found = cursors.flatMap((after) => logs.get(after) ?? [])
  const weeks = new Map<string, Entry[]>()
  for (const { node } of found.flatMap(({ edges }) => edges)) {
    const monday = mondayOf(node.at)
    weeks.set(monday, [...(weeks.get(monday) ?? []), node])
  }
  const isComing = found.length < cursors.length
  const last = isComing ? undefined : found.at(-1)?.pageInfo
  const isAll = last?.hasNextPage === false
  // The button that was pressed is gone at the end: who reads on does so from there.
  const asked = parts > 1
  useEffect(() => {
    if (isAll && asked) end.current?.focus({ preventScroll: true })
  }, [isAll, asked])
  return (
    <>
      {[...weeks].map(([monday, entries]) => (
        <section key={monday} className="group">
          <Heading level={level}>{t.week(day(`${monday}T12:00:00Z`))}</Heading>
          <ul className="plain">
            {byReaderAndDay(entries).map((ofDay) => (
              <ReaderOfDay key={keyOf(ofDay[0]!)} entries={ofDay} />
            ))}
          </ul>
        </section>
      ))}
      {cursors.map((after) => (
        <Part key={after} dossierId={dossierId} after={after} keep={keep} />
      ))}
      {last?.hasNextPage === true && (
        <Actions>
          <Button onClick={() => setParts(parts + 1)}>{t.more}</Button>
        </Actions>
      )}
      {isAll && (
        <p className="soft" ref={end} tabIndex={-1}>
          {weeks.size === 0 ? t.nobody : t.all}
        </p>
      )}
    </>
  )
}

/** One part of the list: says only why it is not there. */
function Part({
  dossierId,
  after,
  keep,
}: {
  dossierId: string
  after: string | null
  keep: (after: string | null, log: Log) => void
}) {
  const { data, failure, slow, again } = useAsk(ReadLogPage, { id: dossierId, after })
  const log = data?.dossier?.readLog
  useEffect(() => {
    if (log) keep(after, log)
  }, [log, after, keep])
  return log ? null : <NoAnswer failure={failure} slow={slow} again={again} />
}

/** Who looked on one day: on which ground at what, once; each time is folded inside. */
function ReaderOfDay({ entries }: { entries: readonly Entry[] }) {
  const t = useTexts(readLogTexts)
  const w = useTexts(words)
  const { weekday, time } = useDates()
  const { at, reader, role, organisation } = entries[0]!
  const named = (groups: Entry['groups']): string => groups.map((group) => w.group[group]).join(', ')
  return (
    <li className="card">
      <strong>
        {reader}
        {organisation !== null && `, ${organisation.name}`}
      </strong>{' '}
      <span className="soft">({w.role[role]})</span>
      <Facts
        rows={[
          [t.when, weekday(at)],
          ...byGround(entries).flatMap(({ groups, purpose, basis }) => [
            [t.what, named(groups)] as const,
            ...(purpose === null ? [] : [[t.whatFor, w.purpose[purpose]] as const]),
            [t.ground, t.grounds[basis]] as const,
          ]),
        ]}
      />
      <Fold title={t.times(entries.length)}>
        <ul>
          {entries.map((entry, index) => (
            <li key={index}>
              {time(entry.at)}: {named(entry.groups)}
            </li>
          ))}
        </ul>
      </Fold>
    </li>
  )
}
