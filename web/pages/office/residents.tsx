import { useState } from 'react'
import type { ApplicationStatus } from '../../graphql/schema.ts'
import { useAsk } from '../../parts/ask.ts'
import { Actions, Button, Heading, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { Select } from '../../parts/fields.tsx'
import { NoAnswer } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { Table } from '../../parts/table.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { sharingWords } from '../../texts/sharing-words.ts'
import { Bars } from './charts.tsx'
import './charts.css'
import { Residents, type ResidentsQuery } from './residents.graphql.ts'
import { residents } from './residents.texts.ts'
import { APPLICATION_STATUSES } from '../../texts/orders.ts'

type Node = ResidentsQuery['dossiers']['edges'][number]['node']

/** `/inwoners`: the statutory status of the applications of a municipality's own residents; no name and no dossier. */
export function ResidentsPage() {
  const t = useTexts(residents)
  const [pages, setPages] = useState<(string | null)[]>([null])
  const [status, setStatus] = useState<ApplicationStatus | ''>('')
  return (
    <Page title={t.title} lead={t.lead}>
      <Text soft>{t.why}</Text>
      <Collected
        pages={pages}
        status={status}
        setStatus={setStatus}
        more={(cursor) => setPages((before) => (before.includes(cursor) ? before : [...before, cursor]))}
      />
    </Page>
  )
}

/** All pages that were asked for, as one list. */
function Collected({
  pages: [after, ...rest],
  before = [],
  status,
  setStatus,
  more,
}: {
  pages: (string | null)[]
  before?: readonly Node[]
  status: ApplicationStatus | ''
  setStatus: (status: ApplicationStatus | '') => void
  more: (cursor: string) => void
}) {
  const { data, failure, slow, again } = useAsk(Residents, { after })
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const { edges, pageInfo } = data.dossiers
  const nodes = [...before, ...edges.map(({ node }) => node)]
  if (rest.length > 0)
    return <Collected pages={rest} before={nodes} status={status} setStatus={setStatus} more={more} />
  return (
    <List
      nodes={nodes}
      status={status}
      setStatus={setStatus}
      {...(pageInfo.hasNextPage && pageInfo.endCursor !== null ? { more: () => more(pageInfo.endCursor!) } : {})}
    />
  )
}

function List({
  nodes,
  status,
  setStatus,
  more,
}: {
  nodes: readonly Node[]
  status: ApplicationStatus | ''
  setStatus: (status: ApplicationStatus | '') => void
  more?: () => void
}) {
  const t = useTexts(residents)
  const c = useTexts(common)
  const w = useTexts(sharingWords)
  const { day } = useDates()
  const rows = nodes
    .flatMap(({ id, applications }) =>
      (applications ?? []).map((application) => ({ ...application, reference: id.slice(0, 8) })),
    )
    .sort((one, other) => (other.messages.at(-1)?.at ?? '').localeCompare(one.messages.at(-1)?.at ?? ''))
  if (rows.length === 0) return <Text>{t.none}</Text>
  const bars = APPLICATION_STATUSES.map((each) => {
    const count = rows.filter((row) => row.status === each).length
    return { key: each, label: w.applicationStatus[each], shown: String(count), count }
  })
  return (
    <>
      <section className="group" aria-labelledby="counts">
        <Heading level={2} id="counts">
          {t.countsTitle}
        </Heading>
        <Bars caption={t.countsCaption} head={[t.status, t.number]} bars={bars} />
      </section>
      <section className="group" aria-labelledby="files">
        <Heading level={2} id="files">
          {t.filesTitle}
        </Heading>
        <ul>
          <li>
            <a className="nl-link" href="/export/statuses.csv">
              {t.statusesFile}
            </a>
          </li>
          <li>
            <a className="nl-link" href="/export/expected.csv">
              {t.expectedFile}
            </a>
          </li>
        </ul>
      </section>
      <section className="group" aria-labelledby="all">
        <Heading level={2} id="all">
          {t.tableTitle}
        </Heading>
        <div className="filters">
          <Select
            label={t.filter}
            value={status}
            empty={t.all}
            options={APPLICATION_STATUSES.map((each) => [each, w.applicationStatus[each]] as const)}
            onChange={setStatus}
          />
        </div>
        <Text soft>{t.referenceText}</Text>
        <Table
          caption={t.caption}
          heads={[t.reference, t.status, t.school, t.programme, t.year, t.since, t.onTime]}
          rows={rows
            .filter((row) => status === '' || row.status === status)
            .map(({ id, reference, institution, programme, startYear, status: now, messages, onTime }) => ({
              key: id,
              cells: [
                reference,
                w.applicationStatus[now],
                institution.name,
                `${programme.name} (${w.mboLevel[programme.level]})`,
                startYear,
                messages.length > 0 ? day(messages.at(-1)!.at) : '',
                onTime ? c.yes : c.no,
              ],
            }))}
        />
        {more && (
          <Actions>
            <Button onClick={more}>{c.more}</Button>
          </Actions>
        )}
      </section>
    </>
  )
}
