/* oxlint-disable jsx-a11y/no-redundant-roles -- see table.tsx */
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, useId, useState } from 'react'
import { useAsk } from '../../parts/ask.ts'
import { Actions, Button, Link, Text } from '../../parts/basics.tsx'
import { Check, Select } from '../../parts/fields.tsx'
import { Later } from '../../parts/later.tsx'
import { NoAnswer } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { Table } from '../../parts/table.tsx'
import { useViewer } from '../../parts/session.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { sharingWords } from '../../texts/sharing-words.ts'
import { MyPupils, type MyPupilsQuery } from './pupils.graphql.ts'
import { pupilsTexts } from './pupils.texts.ts'
import './school.css'
import { type Column, type ListSearch } from './search.ts'
import { DOSSIER_STATUSES } from '../../texts/orders.ts'

// Under the table, which is looked at first.
const OpenDossierForm = lazy(async () => ({ default: (await import('./open-dossier.tsx')).OpenDossierForm }))

type Pupil = MyPupilsQuery['dossiers']['edges'][number]['node']

const route = getRouteApi('/school/leerlingen')
const useListSearch = (): ListSearch => route.useSearch()

/** `/leerlingen`: the caseload as a table; what is looked for stands in the address. */
export function Pupils() {
  const t = useTexts(pupilsTexts)
  const { role } = useViewer()
  return (
    <Page title={t.title} lead={t.lead}>
      <Filters />
      <Found />
      {role === 'MENTOR' && (
        <Later of="open">
          <OpenDossierForm />
        </Later>
      )}
      <p className="group">
        <Link to="/leerlingen/inlezen">{t.readIn}</Link>
      </p>
    </Page>
  )
}

function Filters() {
  const t = useTexts(pupilsTexts)
  const w = useTexts(sharingWords)
  const search = useListSearch()
  const navigate = useNavigate()
  const go = (next: ListSearch) => void navigate({ to: '/leerlingen', search: next })
  return (
    <form
      role="search"
      className="list-filters"
      onSubmit={(event) => {
        event.preventDefault()
        const { zoek: _, ...others } = search
        const typed = new FormData(event.currentTarget).get('zoek')
        const zoek = typeof typed === 'string' ? typed.trim() : ''
        go(zoek === '' ? others : { ...others, zoek })
      }}
    >
      <SearchField start={search.zoek ?? ''} />
      <Select
        label={t.status}
        value={search.stand ?? ''}
        empty={t.every}
        options={DOSSIER_STATUSES.map((each) => [each, w.dossierStatus[each]] as const)}
        onChange={(stand) => {
          const { stand: _, ...rest } = search
          go(stand === '' ? rest : { ...rest, stand })
        }}
      />
      <Check
        label={t.waiting}
        hint={t.waitingHint}
        checked={search.wacht === true}
        onChange={(wacht) => {
          const { wacht: _, ...rest } = search
          go(wacht ? { ...rest, wacht } : rest)
        }}
      />
    </form>
  )
}

function SearchField({ start }: { start: string }) {
  const t = useTexts(pupilsTexts)
  const id = useId()
  const [value, setValue] = useState(start)
  // The address says something else now, such as after "back"; the field itself stays, with the focus that it may have.
  const [at, setAt] = useState(start)
  if (at !== start) {
    setAt(start)
    setValue(start)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{t.search}</label>
      <div className="search">
        <input
          id={id}
          name="zoek"
          type="search"
          className="input"
          maxLength={100}
          autoComplete="off"
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        <Button type="submit">{t.find}</Button>
      </div>
    </div>
  )
}

/** What was found, page after page of the answer: the order is that of all of it, so nothing is shown before all is there. */
function Found({ after = null, before = [] }: { after?: string | null; before?: readonly Pupil[] }) {
  const t = useTexts(pupilsTexts)
  const { role } = useViewer()
  const { zoek, stand, wacht } = useListSearch()
  const { data, failure, slow, again } = useAsk(MyPupils, {
    after,
    filter: { search: zoek ?? null, status: stand ? [stand] : null, waitingForMe: wacht ?? null },
  })
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const { edges, pageInfo } = data.dossiers
  const pupils = [...before, ...edges.map(({ node }) => node)]
  if (pageInfo.hasNextPage) return <Found after={pageInfo.endCursor} before={pupils} />
  const isFiltered = zoek !== undefined || stand !== undefined || wacht !== undefined
  return (
    <>
      {pupils.length === 0 ? (
        <div role="status">
          <Text>{isFiltered ? t.none : role === 'MENTOR' ? t.noneAtAll : t.noneForCare}</Text>
        </div>
      ) : (
        <PupilTable pupils={pupils} />
      )}
      {isFiltered && (
        <Actions>
          <Link to="/leerlingen" search={{}}>
            {t.clear}
          </Link>
        </Actions>
      )}
    </>
  )
}

/** What a row says, which is also what it is sorted by. */
function useCells(): (pupil: Pupil) => Record<Column, string> {
  const t = useTexts(pupilsTexts)
  const w = useTexts(sharingWords)
  return ({ status, paused, parties, applications, consents }) => {
    const sharing = new Set((paused ? [] : (consents ?? [])).map(({ institution }) => institution.brin))
    const schools = new Map((applications ?? []).map(({ institution }) => [institution.brin, institution.name]))
    const shared = [...schools].filter(([brin]) => sharing.has(brin)).map(([, name]) => name)
    return {
      naam: parties?.find(({ role }) => role === 'STUDENT')?.name ?? t.nameless,
      stand: w.dossierStatus[status],
      aangemeld: [...schools.values()].join(', ') || t.notApplied,
      deelt: shared.join(', ') || t.sharesNothing,
    }
  }
}

function PupilTable({ pupils }: { pupils: readonly Pupil[] }) {
  const t = useTexts(pupilsTexts)
  const cells = useCells()
  const { op = 'naam', om } = useListSearch()
  const rows = pupils
    .map((pupil) => ({ pupil, cell: cells(pupil) }))
    .sort((one, other) => {
      const order =
        op === 'stand'
          ? DOSSIER_STATUSES.findIndex((each) => each === one.pupil.status) -
            DOSSIER_STATUSES.findIndex((each) => each === other.pupil.status)
          : one.cell[op].localeCompare(other.cell[op], 'nl')
      return (om ? -order : order) || one.cell.naam.localeCompare(other.cell.naam, 'nl')
    })
  return (
    <Table
      caption={t.caption(rows.length)}
      heads={[t.name, t.stand, t.applied, t.shares]}
      head={
        <>
          <Head column="naam">{t.name}</Head>
          <Head column="stand">{t.stand}</Head>
          <Head column="aangemeld">{t.applied}</Head>
          <Head column="deelt">{t.shares}</Head>
        </>
      }
      rows={rows.map(({ pupil: { id }, cell }) => ({
        key: id,
        cells: [
          <Link key={id} to="/leerlingen/$dossier" params={{ dossier: id }}>
            {cell.naam}
          </Link>,
          cell.stand,
          cell.aangemeld,
          cell.deelt,
        ],
      }))}
    />
  )
}

/** A head that sorts; pressed again it turns the order round. */
function Head({ column, children }: { column: Column; children: string }) {
  const navigate = useNavigate()
  const { om, ...search } = useListSearch()
  const isSorted = (search.op ?? 'naam') === column
  return (
    <th scope="col" role="columnheader" aria-sort={isSorted ? (om ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        onClick={() =>
          void navigate({
            to: '/leerlingen',
            search: { ...search, op: column, ...(isSorted && !om ? { om: true as const } : {}) },
            replace: true,
            resetScroll: false,
          })
        }
      >
        {children}
        <span aria-hidden="true">{isSorted ? (om ? ' ▾' : ' ▴') : ''}</span>
      </button>
    </th>
  )
}
