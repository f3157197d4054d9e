import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Purpose } from '../../graphql/schema.ts'
import { useAsk } from '../../parts/ask.ts'
import { Heading, Link, Text } from '../../parts/basics.tsx'
import { ApplicationFacts } from '../../parts/dossier/applications.tsx'
import { DossierGroups, useMboLooks } from '../../parts/dossier/dossier.tsx'
import { ReadDossier } from '../../parts/dossier/read-dossier.graphql.ts'
import { GROUPS, type Dossier } from '../../parts/dossier/types.ts'
import { Choices } from '../../parts/fields.tsx'
import { useLive } from '../../parts/live.tsx'
import { FailureNote, NoAnswer, TypedHere } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useSession } from '../../parts/session.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { AfterTalk } from '../together/after-talk.tsx'
import { AroundApplicant } from './arriving.graphql.ts'
import { arrivingTexts } from './arriving.texts.ts'
import { AskToShare } from './ask-to-share.tsx'
import './college.css'
import { Guidance } from './guidance.tsx'
import { ReportStatus } from './report-status.tsx'
import { isGone, sightOf } from './seen.ts'
import { useSecondLook, useStops } from '../../parts/stops.ts'
import { ProposeTalk } from './propose-talk.tsx'
import { PURPOSES } from '../../texts/orders.ts'

const route = getRouteApi('/college/aankomend/$dossier')

/** `/aankomend/$dossier`: what is shared with this institution at this moment, for the purpose that the person states. */
export function Arriving() {
  const t = useTexts(arrivingTexts)
  const w = useTexts(words)
  const { dossier: id } = route.useParams()
  const { purpose, setPurpose } = useSession()
  return (
    <Page title={t.title}>
      <Link to="/gesprekken">{t.back}</Link>
      <Choices
        legend={t.purpose}
        hint={t.purposeHint}
        options={PURPOSES.map((each) => [each, w.purpose[each]] as const)}
        chosen={purpose === null ? [] : [purpose]}
        onChange={([chosen]) => chosen && setPurpose(chosen)}
      />
      {/* Another purpose is another reading: nothing of the one before stays on the page. */}
      <Reading key={`${id} ${purpose}`} id={id} purpose={purpose ?? 'INTAKE_TALK'} />
    </Page>
  )
}

function Reading({ id, purpose }: { id: string; purpose: Purpose }) {
  const asked = useAsk(ReadDossier, { id }, { about: id, fresh: true })
  const around = useAsk(AroundApplicant, { id }, { about: id, fresh: true })
  useStops(id, asked.again)
  useSecondLook(id, asked.data?.dossier?.status, asked.again)
  const failure = asked.failure ?? around.failure
  if (!asked.data || !around.data)
    return (
      <NoAnswer
        failure={failure}
        slow={asked.slow || around.slow}
        again={() => {
          asked.again()
          around.again()
        }}
      />
    )
  const { dossier } = asked.data
  const { dossier: rest } = around.data
  if (!dossier || !rest)
    return (
      <>
        <FailureNote failure={{ code: 'NOT_FOUND', message: '', field: null }} />
        <TypedHere />
      </>
    )
  return (
    <>
      <Applications dossier={dossier} />
      <Shown dossier={dossier} closed={asked.closed} again={asked.again} />
      <Files id={id} purpose={purpose} />
      <AskToShare dossier={dossier} around={rest} purpose={purpose} />
      <Guidance dossier={dossier} cases={rest.guidanceCases ?? []} />
    </>
  )
}

/** What is open now, as a file with the name of who took it on every page. */
function Files({ id, purpose }: { id: string; purpose: Purpose }) {
  const t = useTexts(arrivingTexts)
  const file = (form: string) => `/export/shared/${id}.${form}?purpose=${purpose}`
  return (
    <section aria-labelledby="files">
      <Heading level={2} id="files">
        {t.filesTitle}
      </Heading>
      <Text soft>{t.filesHint}</Text>
      <ul>
        <li>
          <a className="nl-link" href={file('pdf')}>
            {t.filePdf}
          </a>
        </li>
        <li>
          <a className="nl-link" href={file('json')}>
            {t.fileJson}
          </a>
        </li>
      </ul>
    </section>
  )
}

function Applications({ dossier: { can, applications } }: { dossier: Dossier }) {
  return (applications ?? []).map((application) => (
    <section className="card" key={application.id} aria-labelledby={application.id}>
      <Heading level={2} id={application.id}>
        {application.programme.name}
      </Heading>
      <ApplicationFacts application={application} />
      {can.includes('PROPOSE_TALK') && <ProposeTalk application={application} />}
      {can.includes('REPORT_APPLICATION_STATUS') && <ReportStatus application={application} />}
    </section>
  ))
}

const CONTENT = GROUPS.filter((group) => group !== 'APPLICATION_STATUS')

/** The groups; and when something that stood here is closed, a word that it is, and not why. */
function Shown({
  dossier,
  closed,
  again,
}: {
  dossier: Dossier
  closed: (...path: (string | number)[]) => boolean
  again: () => void
}) {
  const t = useTexts(arrivingTexts)
  const looks = useMboLooks()
  const { connected } = useLive()
  const { over } = useSession()
  const sight = sightOf(dossier, closed)
  const [everShown, setEverShown] = useState(sight.shown)
  if ([...sight.shown].some((each) => !everShown.has(each))) setEverShown(new Set([...everShown, ...sight.shown]))
  return (
    <section aria-labelledby="shown">
      <Heading level={2} id="shown">
        {t.contentTitle}
      </Heading>
      <Text soft>{t.contentHint}</Text>
      <div className="gone" role="status">
        {isGone(everShown, sight) && (
          <div className="note note--waiting">
            <strong>{t.gone}</strong> {t.goneNow}
          </div>
        )}
      </div>
      {connected && !over ? (
        <DossierGroups
          dossier={dossier}
          closed={closed}
          looks={looks}
          groups={CONTENT}
          level={3}
          preparationActions={({ id, intakePreparation }) =>
            intakePreparation && (
              <Link to="/samen/$dossier/$application" params={{ dossier: dossier.id, application: id }}>
                {t.together}
              </Link>
            )
          }
        />
      ) : (
        <Text>{t.offline}</Text>
      )}
      {dossier.can.includes('END_TALK') && <AfterTalk dossier={dossier} onEnded={again} />}
    </section>
  )
}
