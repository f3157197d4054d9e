import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../parts/ask.ts'
import { Actions, Button, Heading, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { DossierGroups, useOwnSideLooks } from '../../parts/dossier/dossier.tsx'
import { ReadDossier } from '../../parts/dossier/read-dossier.graphql.ts'
import { FIELD, GROUPS, officialName, type Dossier, type ShownGroup } from '../../parts/dossier/types.ts'
import { Select } from '../../parts/fields.tsx'
import { NoAnswer, Note } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { useViewer } from '../../parts/session.tsx'
import { words } from '../../texts/words.ts'
import { MySchools, OpenTo } from './as-seen.graphql.ts'
import { asSeenBy } from './as-seen.ts'
import './paper.css'
import { paperTexts } from './paper.texts.ts'
import { NoDossier } from './parts/no-dossier.tsx'
import { purposesOf, type Seeing } from './seeing.ts'
import { TakeAlong } from './take-along.tsx'

const WHOLE = 'whole'

/** `/papier`: the whole dossier, or what one school sees, on A4: with whose, for whom and when. */
export function Paper() {
  const t = useTexts(paperTexts)
  const w = useTexts(words)
  const navigate = useNavigate()
  const { school, waarvoor = 'INTAKE_TALK' }: Seeing = useSearch({ strict: false })
  const { data, failure, slow, again } = useAsk(MySchools, {})
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const dossier = data.dossiers.edges[0]?.node
  if (!dossier) return <NoDossier />
  const schools = new Map((dossier.applications ?? []).map(({ institution }) => [institution.brin, institution.name]))
  const options: [string, string][] = [
    [WHOLE, t.whole],
    ...[...schools].flatMap(([brin, name]) =>
      purposesOf(w).map(([purpose, word]): [string, string] => [`${brin} ${purpose}`, t.shared(name, word)]),
    ),
  ]
  const name = school === undefined ? undefined : schools.get(school)
  const go = (chosen: string) => {
    const [brin, purpose] = chosen.split(' ')
    const search = chosen === WHOLE ? {} : { school: brin, waarvoor: purpose as NonNullable<Seeing['waarvoor']> }
    void navigate({ to: '/papier', search, replace: true })
  }
  return (
    <Page title={t.title}>
      <div className="screen-only form">
        <Text lead>{t.lead}</Text>
        <Select
          label={t.what}
          value={name === undefined ? WHOLE : `${school} ${waarvoor}`}
          options={options}
          onChange={go}
        />
        <Note kind="waiting">{t.careful}</Note>
        <Actions>
          <Button look="primary" onClick={() => print()}>
            {t.print}
          </Button>
        </Actions>
        <Text soft>{t.printHint}</Text>
        <TakeAlong id={dossier.id} />
      </div>
      {school !== undefined && name !== undefined ? (
        <ForSchool id={dossier.id} school={{ brin: school, name }} purpose={waarvoor} />
      ) : (
        <Whole id={dossier.id} />
      )}
    </Page>
  )
}

function Whole({ id }: { id: string }) {
  const t = useTexts(paperTexts)
  const { data, failure, slow, again } = useAsk(ReadDossier, { id })
  if (!data?.dossier) return <NoAnswer failure={failure} slow={slow} again={again} />
  return (
    <Sheet
      dossier={data.dossier}
      forWhom={[t.forSelf, ...(data.dossier.personalNumber ? [t.fourDigits] : [])]}
      groups={GROUPS}
    />
  )
}

function ForSchool({
  id,
  school,
  purpose,
}: {
  id: string
  school: { brin: string; name: string }
  purpose: NonNullable<Seeing['waarvoor']>
}) {
  const t = useTexts(paperTexts)
  const w = useTexts(words)
  const own = useAsk(ReadDossier, { id })
  const open = useAsk(OpenTo, { id, institution: school.brin, purpose })
  const opened = open.data?.dossier?.openTo
  if (!own.data?.dossier || !opened)
    return (
      <NoAnswer
        failure={own.failure ?? open.failure}
        slow={own.slow || open.slow}
        again={own.failure ? own.again : open.again}
      />
    )
  const seen = asSeenBy(own.data.dossier, school.brin, opened)
  // On paper what is closed has no place at all.
  const groups = GROUPS.filter((group) => opened.some((each) => each.group === group) && seen[FIELD[group]] !== null)
  if (groups.every((group) => group === 'APPLICATION_STATUS')) return <Note>{t.nothing(school.name)}</Note>
  return <Sheet dossier={seen} forWhom={[t.forSchool(school.name, w.purpose[purpose]), t.onlyShared]} groups={groups} />
}

function Sheet({
  dossier,
  forWhom,
  groups,
}: {
  dossier: Dossier
  forWhom: readonly string[]
  groups: readonly ShownGroup[]
}) {
  const t = useTexts(paperTexts)
  const { day } = useDates()
  const looks = useOwnSideLooks()
  const viewer = useViewer()
  const [made] = useState(() => new Date())
  const name = dossier.identity ? officialName(dossier.identity) : viewer.name
  return (
    <div className="sheet">
      <div className="sheet__head">
        <Text>
          <strong>{t.of(name)}</strong>
        </Text>
        {forWhom.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
        <Text soft>{t.made(day(made))}</Text>
      </div>
      <DossierGroups
        dossier={dossier}
        closed={() => false}
        looks={looks}
        groups={groups.filter((group) => group !== 'PERSONAL_NUMBER')}
      />
      {groups.includes('PERSONAL_NUMBER') && dossier.personalNumber && (
        <section className="group" aria-labelledby="number">
          <Heading level={2} id="number">
            {t.number}
          </Heading>
          <Text>{dossier.personalNumber.masked}</Text>
        </section>
      )}
    </div>
  )
}
