import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import type { DossierStatus, SchoolLevel } from '../../graphql/schema.ts'
import { useAsk } from '../../parts/ask.ts'
import { Heading, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { Select } from '../../parts/fields.tsx'
import { follow } from '../../parts/follow.ts'
import { Fold } from '../../parts/form.tsx'
import { useLive } from '../../parts/live.tsx'
import { NoAnswer, Note } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { Table } from '../../parts/table.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { sharingWords } from '../../texts/sharing-words.ts'
import { Bars, Line, type Bar, type Point } from './charts.tsx'
import './charts.css'
import { RegionMoved, RegionNow, type RegionMovedSubscription, type RegionNowQuery } from './region.graphql.ts'
import { region as regionTexts } from './region.texts.ts'
import { readRegionFilter, WEEKS, type RegionFilter } from './region-filter.ts'
import { DOSSIER_STATUSES, LEVELS } from '../../texts/orders.ts'

type Region = NonNullable<RegionNowQuery['viewer']['region']>
type Status = RegionMovedSubscription['regionStatus']
type Count = Status['counts'][number]

/** `/regio`: the counts of the analyst's own region, moving with the dossiers; never a dossier. The filters are in the address. */
export function RegionPage() {
  const t = useTexts(regionTexts)
  const { weken = 26 } = useRegionFilter()
  const { data, failure, slow, again } = useAsk(RegionNow, { weeks: weken })
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const { region } = data.viewer
  if (!region?.status)
    return (
      <Page title={t.title('')}>
        <Text>{t.noRegion}</Text>
      </Page>
    )
  return <Dashboard region={region} first={region.status} />
}

const useRegionFilter = (): RegionFilter => readRegionFilter(useSearch({ strict: false }))

/** The newest snapshot: the one of the page's answer, and then what is told live, for as long as there is a connection. */
function useStatus(code: string, first: Status): { status: Status; moves: number; connected: boolean } {
  const client = useClient()
  const [told, setTold] = useState<{ status: Status; moves: number } | null>(null)
  const [connected, setConnected] = useState(true)
  const { connected: isReached } = useLive()
  useEffect(
    () =>
      follow(client, RegionMoved, () => ({ code }), {
        // The first one is what the page has already.
        heard({ regionStatus }) {
          setConnected(true)
          setTold((before) => ({ status: regionStatus, moves: before ? before.moves + 1 : 0 }))
        },
        broke: () => setConnected(false),
        again: () => undefined,
      }),
    [client, code],
  )
  return { ...(told ?? { status: first, moves: 0 }), connected: connected && isReached }
}

function Dashboard({ region, first }: { region: Region; first: Status }) {
  const t = useTexts(regionTexts)
  const w = useTexts(sharingWords)
  const { moment, date } = useDates()
  const { status, moves, connected } = useStatus(region.code, first)
  const filter = useRegionFilter()
  const level = filter.niveau ?? null
  const lineStatus = filter.status ?? 'SHARED'
  const levelWords = level === null ? t.allLevels : w.schoolLevel[level]

  const cell = (counts: readonly Count[], ofStatus: DossierStatus, ofLevel: SchoolLevel | null): Count | undefined =>
    counts.find((each) => each.status === ofStatus && each.level === ofLevel)
  const bars: Bar[] = DOSSIER_STATUSES.map((each) => {
    const found = cell(status.counts, each, level)
    return { key: each, label: w.dossierStatus[each], shown: found?.shown ?? '0', count: found ? found.count : 0 }
  })
  const points: Point[] = (region.weeks ?? []).map(({ week, counts }) => {
    const found = cell(counts, lineStatus, level)
    return { key: week, label: date(week), shown: found?.shown ?? '0', count: found ? found.count : 0 }
  })
  return (
    <Page title={t.title(region.name)} lead={t.lead(status.schoolYear)}>
      <Text soft>
        {t.at(moment(status.at))} {region.agreement && t.beat(region.agreement.beatSeconds)}
      </Text>
      <div role="status">{!connected && <Note kind="waiting">{t.stands(moment(status.at))}</Note>}</div>
      <p className="hidden" role="status">
        {moves > 0 ? `${t.moved} ${t.at(moment(status.at))}` : ''}
      </p>
      <Filters filter={filter} />
      <Fold title={t.why}>
        <Text>{t.whyText}</Text>
      </Fold>
      <section className="group" aria-labelledby="bars">
        <Heading level={2} id="bars">
          {t.barsTitle}
        </Heading>
        <Bars caption={t.barsCaption(levelWords)} head={[t.statusHead, t.number]} bars={bars} />
      </section>
      <section className="group" aria-labelledby="line">
        <Heading level={2} id="line">
          {t.lineTitle(w.dossierStatus[lineStatus])}
        </Heading>
        {points.length === 0 ? (
          <Text soft>{t.noWeeks}</Text>
        ) : (
          <>
            <Line words={t.lineWords(points.length, points[0]!.shown, points.at(-1)!.shown)} points={points} />
            <Fold title={t.asTable}>
              <Numbers
                caption={t.lineCaption(w.dossierStatus[lineStatus], levelWords)}
                head={[t.week, t.number]}
                points={points}
              />
            </Fold>
          </>
        )}
      </section>
      <section className="group" aria-labelledby="levels">
        <Heading level={2} id="levels">
          {t.levelsTitle}
        </Heading>
        <Levels counts={status.counts} cell={cell} />
      </section>
    </Page>
  )
}

function Filters({ filter }: { filter: RegionFilter }) {
  const t = useTexts(regionTexts)
  const w = useTexts(sharingWords)
  const navigate = useNavigate()
  const set = (change: Partial<RegionFilter>): void =>
    void navigate({ to: '/regio', search: { ...filter, ...change }, replace: true })
  return (
    <div className="filters">
      <Select
        label={t.level}
        value={filter.niveau ?? ''}
        empty={t.allLevels}
        options={LEVELS.map((level) => [level, w.schoolLevel[level]] as const)}
        onChange={(niveau) => set({ niveau: niveau === '' ? undefined : niveau })}
      />
      <Select
        label={t.status}
        value={filter.status ?? 'SHARED'}
        options={DOSSIER_STATUSES.map((status) => [status, w.dossierStatus[status]] as const)}
        onChange={(status) => set({ status: status === '' ? undefined : status })}
      />
      <Select
        label={t.weeks}
        value={String(filter.weken ?? 26)}
        options={WEEKS.map((count) => [String(count), t.weeksOf(count)] as const)}
        onChange={(weken) => set({ weken: Number(weken) })}
      />
    </div>
  )
}

function Numbers({
  caption,
  head,
  points,
}: {
  caption: string
  head: readonly [string, string]
  points: readonly Point[]
}) {
  return (
    <div className="table-around">
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head[0]}</th>
            <th scope="col" className="number">
              {head[1]}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ key, label, shown }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className="number">{shown}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Levels({
  counts,
  cell,
}: {
  counts: readonly Count[]
  cell: (counts: readonly Count[], status: DossierStatus, level: SchoolLevel | null) => Count | undefined
}) {
  const t = useTexts(regionTexts)
  const w = useTexts(sharingWords)
  return (
    <Table
      caption={t.levelsCaption}
      areNumbers
      heads={[t.levelHead, ...DOSSIER_STATUSES.map((status) => w.dossierStatus[status])]}
      rows={[...LEVELS, null].map((level) => ({
        key: level ?? 'all',
        cells: [
          level === null ? t.allLevels : w.schoolLevel[level],
          ...DOSSIER_STATUSES.map((status) => cell(counts, status, level)?.shown ?? '0'),
        ],
      }))}
    />
  )
}
