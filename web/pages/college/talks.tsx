import { useState } from 'react'
import { useAsk } from '../../parts/ask.ts'
import { Actions, Button, Heading, Link, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { NoAnswer } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { Table } from '../../parts/table.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { words } from '../../texts/words.ts'
import './college.css'
import { useStops } from '../../parts/stops.ts'
import { MyApplicants, type MyApplicantsQuery } from './talks.graphql.ts'
import { talksTexts } from './talks.texts.ts'

type Node = MyApplicantsQuery['dossiers']['edges'][number]['node']
type Row = NonNullable<Node['applications']>[number] & { dossier: string; name: string | null }

/** `/gesprekken`: the own applicants by when their talk is. Nothing here hangs on what somebody shares, but a name. */
export function Talks() {
  const t = useTexts(talksTexts)
  const [pages, setPages] = useState<(string | null)[]>([null])
  return (
    <Page title={t.title} lead={t.lead}>
      <Collected
        pages={pages}
        before={[]}
        more={(cursor) => setPages((all) => (all.includes(cursor) ? all : [...all, cursor]))}
      />
    </Page>
  )
}

/** All pages that were asked for, as one list. */
function Collected({
  pages: [after = null, ...rest],
  before,
  more,
}: {
  pages: readonly (string | null)[]
  before: readonly Node[]
  more: (cursor: string) => void
}) {
  const { data, failure, slow, again } = useAsk(MyApplicants, { after }, { fresh: true })
  useStops(null, again)
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const { edges, pageInfo } = data.dossiers
  const nodes = [...before, ...edges.map(({ node }) => node)]
  if (rest.length > 0) return <Collected pages={rest} before={nodes} more={more} />
  const { hasNextPage, endCursor } = pageInfo
  return <Lists nodes={nodes} more={hasNextPage && endCursor !== null ? () => more(endCursor) : null} />
}

const by =
  (read: (row: Row) => string | null) =>
  (one: Row, other: Row): number =>
    (read(one) ?? '').localeCompare(read(other) ?? '') || one.id.localeCompare(other.id)

function Lists({ nodes, more }: { nodes: readonly Node[]; more: (() => void) | null }) {
  const t = useTexts(talksTexts)
  const c = useTexts(common)
  const [now] = useState(() => new Date().toISOString())
  const rows: Row[] = nodes.flatMap(({ id, identity, applications }) =>
    (applications ?? []).map((application) => ({
      ...application,
      dossier: id,
      name:
        identity &&
        [identity.callName ?? identity.initials, identity.surnamePrefix, identity.surname].filter(Boolean).join(' '),
    })),
  )
  if (rows.length === 0) return <Text>{t.empty}</Text>
  const isOver = ({ status }: Row) => status !== 'APPLIED' && status !== 'CONTRACT_OFFERED'
  const goOn = rows.filter((row) => !isOver(row))
  const agreed = goOn.filter(({ talkAt, talkProposedAt }) => talkAt !== null && talkProposedAt === null)
  const parts = [
    {
      key: 'agreed',
      title: t.agreed,
      rows: agreed.filter(({ talkAt }) => talkAt! >= now).sort(by((row) => row.talkAt)),
    },
    {
      key: 'proposed',
      title: t.proposed,
      rows: goOn.filter(({ talkProposedAt }) => talkProposedAt !== null).sort(by((row) => row.talkProposedAt)),
    },
    {
      key: 'none',
      title: t.none,
      rows: goOn
        .filter(({ talkAt, talkProposedAt }) => talkAt === null && talkProposedAt === null)
        .sort(by((row) => row.appliedAt)),
    },
    {
      key: 'past',
      title: t.past,
      rows: agreed.filter(({ talkAt }) => talkAt! < now).sort(by((row) => row.talkAt)),
    },
    { key: 'over', title: t.over, rows: rows.filter(isOver).sort(by((row) => row.appliedAt)) },
  ]
  return (
    <>
      {parts.map((part) => (
        <section className="group" key={part.key} aria-labelledby={part.key}>
          <Heading level={2} id={part.key}>
            {part.title}
          </Heading>
          {part.rows.length === 0 ? (
            <Text soft>{t.nobody}</Text>
          ) : (
            <Applicants title={part.title} rows={part.rows} timed={part.key !== 'none'} />
          )}
        </section>
      ))}
      {more && (
        <Actions>
          <Button onClick={more}>{c.more}</Button>
        </Actions>
      )}
    </>
  )
}

/** `timed`: there is a time for the talk to show. */
function Applicants({ title, rows, timed }: { title: string; rows: readonly Row[]; timed: boolean }) {
  const t = useTexts(talksTexts)
  const w = useTexts(words)
  const { day, moment } = useDates()
  return (
    <Table
      caption={title}
      isNamedAbove
      heads={[t.student, t.stand, t.programme, ...(timed ? [t.when] : []), t.appliedAt, t.start]}
      rows={rows.map(({ id, dossier, name, programme, talkAt, talkProposedAt, status, appliedAt, startYear }) => {
        const at = talkProposedAt ?? talkAt
        return {
          key: id,
          cells: [
            // Without their names links would all be called the same.
            <Link
              key={id}
              to="/aankomend/$dossier"
              params={{ dossier }}
              aria-label={name === null ? t.which(programme.name, day(appliedAt)) : undefined}
            >
              {name ?? t.nameless}
            </Link>,
            w.applicationStatus[status],
            programme.name,
            ...(timed ? [at === null ? '' : moment(at)] : []),
            day(appliedAt),
            startYear,
          ],
        }
      })}
    />
  )
}
