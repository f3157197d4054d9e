import { useState } from 'react'
import { words } from '../../texts/words.ts'
import { useAsk } from '../ask.ts'
import { Actions, Button, Facts, Heading, Text } from '../basics.tsx'
import { useDates } from '../dates.ts'
import { NoAnswer } from '../looks.tsx'
import { useTexts } from '../texts.tsx'
import { ReadLogPage, type ReadLogPageQuery } from './read-log.graphql.ts'
import { readLogTexts } from './read-log.texts.ts'
import { mondayOf } from './weeks.ts'

type Log = NonNullable<NonNullable<ReadLogPageQuery['dossier']>['readLog']>
type Entry = Log['edges'][number]['node']

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
  const weeks = new Map<string, Log['edges'][number]['node'][]>()
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
            {entries.map((entry, index) => (
              <Line key={`${entry.at}${index}`} entry={entry} />
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

function Line({ entry }: { entry: Entry }) {
  const t = useTexts(readLogTexts)
  const w = useTexts(words)
  const { moment } = useDates()
  const { at, reader, role, organisation, groups, purpose, basis } = entry
  return (
    <li className="card">
      <strong>
        {reader}
        {organisation !== null && `, ${organisation.name}`}
      </strong>{' '}
      <span className="soft">({w.role[role]})</span>
      <Facts
        rows={[
          [t.when, moment(at)],
          [t.what, groups.map((group) => w.group[group]).join(', ')],
          ...(purpose === null ? [] : [[t.whatFor, w.purpose[purpose]] as const]),
          [t.ground, t.grounds[basis]],
        ]}
      />
    </li>
  )
}
