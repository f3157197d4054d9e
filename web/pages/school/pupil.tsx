import { getRouteApi } from '@tanstack/react-router'
import { useAct, useAsk } from '../../parts/ask.ts'
import { Actions, Button, Card, Heading, Link, Tag, Text } from '../../parts/basics.tsx'
import { DossierGroups, useOwnSideLooks } from '../../parts/dossier/dossier.tsx'
import { ReadDossier } from '../../parts/dossier/read-dossier.graphql.ts'
import { GROUPS, type Dossier, type DossierApplication, type ShownGroup } from '../../parts/dossier/types.ts'
import { FailureNote, NoAnswer, Note } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useViewer } from '../../parts/session.tsx'
import { Stops } from '../../parts/stops.ts'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { NotFound } from '../start/not-found.tsx'
import { AdviceActions, AdviceForm } from './advice.tsx'
import { ApplyForm } from './apply.tsx'
import { CommentForm } from './comment-form.tsx'
import { ConditionForms } from './condition-forms.tsx'
import { IdentityForm } from './identity-form.tsx'
import { Invitations } from './invitations.tsx'
import { People } from './people.tsx'
import { MovePupilDossier } from './pupil-acts.graphql.ts'
import { AroundPupil, type AroundPupilQuery } from './pupil.graphql.ts'
import { pupilTexts } from './pupil.texts.ts'
import './school.css'
import { SupportForms } from './support-forms.tsx'

type Around = NonNullable<AroundPupilQuery['dossier']>

const route = getRouteApi('/school/leerlingen/$dossier')

/** `/leerlingen/$dossier`: a pupil's dossier as far as it is the school's, and what the school does with it. */
export function Pupil() {
  const { dossier: id } = route.useParams()
  return <OnePupil key={id} id={id} />
}

function OnePupil({ id }: { id: string }) {
  const t = useTexts(pupilTexts)
  const asked = useAsk(ReadDossier, { id }, { about: id, fresh: true })
  const around = useAsk(AroundPupil, { id }, { about: id, fresh: true })
  if (!asked.data || !around.data)
    return (
      <NoAnswer
        failure={asked.failure ?? around.failure}
        slow={asked.slow || around.slow}
        again={() => (asked.again(), around.again())}
      />
    )
  const { dossier } = asked.data
  const { dossier: rest } = around.data
  if (!dossier || !rest) return <NotFound />
  const name = rest.parties?.find(({ role }) => role === 'STUDENT')?.name ?? t.nameless
  return (
    <Page title={name}>
      <Stops dossier={id} again={asked.again} />
      <Link to="/leerlingen">{t.back}</Link>
      <Steps dossier={dossier} />
      <WhoReceives around={rest} applications={dossier.applications ?? []} />
      <Content dossier={dossier} closed={asked.closed} />
      <People around={rest} />
      {dossier.can.includes('INVITE') && (
        <Invitations dossierId={id} invitations={rest.invitations ?? []} pupil={name} />
      )}
    </Page>
  )
}

/** Where it stands, and the steps that the graph offers this person. */
function Steps({ dossier: { id, can, status, version } }: { dossier: Dossier }) {
  const t = useTexts(pupilTexts)
  const w = useTexts(words)
  const move = useAct(MovePupilDossier)
  return (
    <Card labelledBy="stands">
      <Heading level={2} id="stands">
        <Tag kind={status === 'IN_CONSULTATION' ? 'waiting' : 'neutral'}>{w.dossierStatus[status]}</Tag>
      </Heading>
      <Text>{t.stands[status]}</Text>
      <FailureNote failure={move.failure} />
      <div role="status">{move.doneAt && <Text soft>{t.stepDone}</Text>}</div>
      <Actions>
        {can.includes('MOVE_TO_CONSULTATION') && (
          <Button
            look="primary"
            busy={move.busy}
            onClick={() => void move.act({ input: { id, expectedVersion: version, to: 'IN_CONSULTATION' } })}
          >
            {t.toConsultation}
          </Button>
        )}
        {can.includes('MOVE_TO_DRAFT') && (
          <Button
            busy={move.busy}
            onClick={() => void move.act({ input: { id, expectedVersion: version, to: 'DRAFT' } })}
          >
            {t.toDraft}
          </Button>
        )}
      </Actions>
    </Card>
  )
}

/** Which institutions receive something at this moment; not what. */
function WhoReceives({
  around: { paused, consents },
  applications,
}: {
  around: Around
  applications: readonly DossierApplication[]
}) {
  const t = useTexts(pupilTexts)
  const schools = new Map(
    (paused ? [] : (consents ?? [])).map(({ institution }) => [institution.brin, institution.name]),
  )
  // Enrolment opens what belongs to it without a yes; while sharing is paused that is closed too.
  const enrolled = paused ? [] : applications.filter(({ status }) => status === 'ENROLLED')
  return (
    <section className="group" aria-labelledby="receives">
      <Heading level={2} id="receives">
        {t.shareTitle}
      </Heading>
      {paused && <Note kind="waiting">{t.sharePaused}</Note>}
      {schools.size === 0 ? (
        enrolled.length === 0 && <Text soft>{t.shareNothing}</Text>
      ) : (
        <>
          <ul>
            {[...schools].map(([brin, school]) => (
              <li key={brin}>{school}</li>
            ))}
          </ul>
          <Text soft>{t.shareText}</Text>
        </>
      )}
      {enrolled.map(({ id, institution }) => (
        <Text key={id}>{t.enrolled(institution.name)}</Text>
      ))}
    </section>
  )
}

/** The groups that the table of rights never opens to this role are not on its page at all. */
const OPEN_TO: Record<'MENTOR' | 'CARE_COORDINATOR', readonly ShownGroup[]> = {
  MENTOR: GROUPS,
  CARE_COORDINATOR: [
    'IDENTITY',
    'CONTACT',
    'ACCOMMODATIONS',
    'CONDITION',
    'STUDY_ADVICE',
    'INTAKE_PREPARATION',
    'APPLICATION_STATUS',
  ],
}

function Content({ dossier, closed }: { dossier: Dossier; closed: (...path: (string | number)[]) => boolean }) {
  const t = useTexts(pupilTexts)
  const w = useTexts(words)
  const looks = useOwnSideLooks()
  const isMentor = useViewer().role === 'MENTOR'
  const { id, careerFile, careerSummary, plusDocument } = dossier
  const opened = (field: keyof Dossier) => !closed('dossier', field)
  return (
    <DossierGroups
      dossier={dossier}
      closed={closed}
      looks={looks}
      // No pupil opens a section to a care coordinator: what is closed is so by role, and nobody's choice.
      sectionClosed={isMentor ? looks.closed : t.notForYou}
      groups={OPEN_TO[isMentor ? 'MENTOR' : 'CARE_COORDINATOR']}
      after={{
        IDENTITY: isMentor && <IdentityForm dossierId={id} identity={dossier.identity} />,
        ACCOMMODATIONS: opened('accommodations') && <SupportForms dossierId={id} value={dossier.accommodations} />,
        CONDITION: !isMentor && opened('conditions') && (
          <ConditionForms dossierId={id} conditions={dossier.conditions} />
        ),
        STUDY_ADVICE: opened('studyAdvice') && <AdviceForm dossierId={id} />,
        CAREER_SUMMARY: isMentor && careerSummary && <CommentForm dossierId={id} part="CAREER_SUMMARY" items={[]} />,
        CAREER_FILE: isMentor && careerFile && (
          <CommentForm
            dossierId={id}
            part="CAREER_FILE"
            items={[
              ...careerFile.reflections.map((one) => [one.id, w.competence[one.competence]] as const),
              ...careerFile.experiences.map((one) => [one.id, one.title] as const),
              ...careerFile.talks.map((one) => [one.id, one.with] as const),
            ]}
          />
        ),
        PLUS_DOCUMENT: isMentor && plusDocument && (
          <CommentForm
            dossierId={id}
            part="PLUS_DOCUMENT"
            items={plusDocument.items.map((one) => [one.id, one.title] as const)}
          />
        ),
        APPLICATION_STATUS: isMentor && <ApplyForm dossierId={id} />,
      }}
      adviceActions={(advice) => <AdviceActions dossierId={id} advice={advice} />}
      preparationActions={({ id: application, institution, intakePreparation }) =>
        intakePreparation && (
          <Link to="/samen/$dossier/$application" params={{ dossier: id, application }}>
            {t.together(institution.name)}
          </Link>
        )
      }
    />
  )
}
