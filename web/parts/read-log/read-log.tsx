import { useState } from 'react'
import { words } from '../../texts/words.ts'
import { useAsk } from '../ask.ts'
import { Actions, Button, Facts, Heading, Text } from '../basics.tsx'
import { useDates } from '../dates.ts'
import { Fold } from '../form.tsx'
import { NoAnswer } from '../looks.tsx'
import { useTexts } from '../texts.tsx'
import { ReadLogPage, type ReadLogPageQuery } from './read-log.graphql.ts'
import { readLogTexts } from './read-log.texts.ts'
import { byGround, byReaderAndDay, mondayOf } from './weeks.ts'

type Log = NonNullable<NonNullable<ReadLogPageQuery['dossier']>['readLog']>
/** One time that somebody looked. */
export type Entry = Log['edges'][number]['node']

/** Who looked, newest first, week by week; earlier ones on request. */
export function ReadLog({
  dossierId,
  after = null,
  week,
  level = 2,
}: {
  dossierId: string
  after?: string | null
  /** The week that the part before ended in: its heading stands there. */
  week?: string
  level?: 2 | 3
}) {
  const t = useTexts(readLogTexts)
  const { day } = useDates()
  const { data, failure, slow, again } = useAsk(ReadLogPage, { id: dossierId, after })
  const [more, setMore] = useState(false)
  const log = data?.dossier?.readLog
  if (!log) return <NoAnswer failure={failure} slow={slow} again={again} />
  const weeks = new Map<string, Entry[]>()
  for (const { node } of log.edges) {
    const monday = mondayOf(node.at)
    weeks.set(monday, [...(weeks.get(monday) ?? []), node])
  }
  const { hasNextPage, endCursor } = log.pageInfo
  const last = [...weeks.keys()].at(-1)
  return (
    <>
      {weeks.size === 0 && after === null && <Text soft>{t.nobody}</Text>}
      {[...weeks].map(([monday, entries]) => (
        <section key={monday} className="group">
          {monday !== week && <Heading level={level}>{t.week(day(`${monday}T12:00:00Z`))}</Heading>}
          <ul className="plain">
            {byReaderAndDay(entries).map((ofDay) => (
              <ReaderOfDay key={ofDay[0]!.at + ofDay[0]!.reader} entries={ofDay} />
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && !more && (
        <Actions>
          <Button onClick={() => setMore(true)}>{t.more}</Button>
        </Actions>
      )}
      {hasNextPage && more && (
        <ReadLog dossierId={dossierId} level={level} after={endCursor} {...(last && { week: last })} />
      )}
      {!hasNextPage && weeks.size > 0 && <Text soft>{t.all}</Text>}
    </>
  )
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
