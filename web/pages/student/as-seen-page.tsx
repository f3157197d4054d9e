import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Purpose } from '../../graphql/schema.ts'
import { useAsk } from '../../parts/ask.ts'
import { Actions, Heading, Link, Text } from '../../parts/basics.tsx'
import { DossierGroups } from '../../parts/dossier/dossier.tsx'
import { ReadDossier } from '../../parts/dossier/read-dossier.graphql.ts'
import { GROUPS } from '../../parts/dossier/types.ts'
import { Select } from '../../parts/fields.tsx'
import { NoAnswer, Note } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { MySchools, OpenTo } from './as-seen.graphql.ts'
import { asSeenTexts } from './as-seen.texts.ts'
import { asSeenBy } from './as-seen.ts'
import { NoDossier } from './parts/no-dossier.tsx'
import { purposesOf, type Seeing } from './seeing.ts'

/** `/zo-ziet-het-mbo-het`: the own dossier, cut to what one school reads of it now, for one purpose. */
export function AsSeen() {
  const t = useTexts(asSeenTexts)
  const w = useTexts(words)
  const navigate = useNavigate()
  const { school, waarvoor }: Seeing = useSearch({ strict: false })
  const { data, failure, slow, again } = useAsk(MySchools, {})
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const dossier = data.dossiers.edges[0]?.node
  if (!dossier) return <NoDossier />
  const schools = new Map((dossier.applications ?? []).map(({ institution }) => [institution.brin, institution.name]))
  const brin = school !== undefined && schools.has(school) ? school : [...schools.keys()][0]
  const purpose = waarvoor ?? 'INTAKE_TALK'
  const go = (search: Seeing) =>
    void navigate({ to: '/zo-ziet-het-mbo-het', search: { school: brin, waarvoor: purpose, ...search }, replace: true })
  return (
    <Page title={t.title} lead={t.lead}>
      {brin === undefined ? (
        <Text>{t.noSchool}</Text>
      ) : (
        <>
          <div className="form">
            {schools.size > 1 && (
              <Select
                label={t.school}
                value={brin}
                options={[...schools]}
                onChange={(chosen) => go({ school: chosen })}
              />
            )}
            <Select
              label={t.purpose}
              hint={t.purposeHint}
              value={purpose}
              options={purposesOf(w)}
              onChange={(chosen) => chosen !== '' && go({ waarvoor: chosen })}
            />
          </div>
          <Seen id={dossier.id} school={{ brin, name: schools.get(brin) ?? '' }} purpose={purpose} />
        </>
      )}
    </Page>
  )
}

function Seen({ id, school, purpose }: { id: string; school: { brin: string; name: string }; purpose: Purpose }) {
  const t = useTexts(asSeenTexts)
  const w = useTexts(words)
  const own = useAsk(ReadDossier, { id })
  const open = useAsk(OpenTo, { id, institution: school.brin, purpose })
  const groups = open.data?.dossier?.openTo
  if (!own.data?.dossier || !groups)
    return (
      <NoAnswer
        failure={own.failure ?? open.failure}
        slow={own.slow || open.slow}
        again={own.failure ? own.again : open.again}
      />
    )
  const seen = asSeenBy(own.data.dossier, school.brin, groups)
  const content = groups.filter(({ group }) => group !== 'APPLICATION_STATUS' && group !== 'SHARING')
  return (
    <>
      <Heading level={2}>{t.sees(school.name, w.purpose[purpose])}</Heading>
      {content.length === 0 && <Note>{t.nothing(school.name)}</Note>}
      <Actions>
        <Link to="/delen">{t.change}</Link>
        <Link to="/papier" search={{ school: school.brin, waarvoor: purpose }}>
          {t.paper}
        </Link>
      </Actions>
      <DossierGroups
        dossier={seen}
        closed={() => true}
        looks={{ closed: t.closed, empty: t.closed }}
        groups={GROUPS.filter((group) => group !== 'PERSONAL_NUMBER')}
        level={3}
      />
      <section className="group" aria-labelledby="number">
        <Heading level={3} id="number">
          {t.number}
        </Heading>
        <Text soft={!seen.personalNumber}>
          {seen.personalNumber ? t.numberText(seen.personalNumber.masked) : t.closed}
        </Text>
      </section>
    </>
  )
}
