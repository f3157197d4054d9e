import type { ReactNode } from 'react'
import { words } from '../../texts/words.ts'
import { Heading, Tag, Text } from '../basics.tsx'
import { useDates } from '../dates.ts'
import { Fold } from '../form.tsx'
import { Group } from '../looks.tsx'
import { useTexts } from '../texts.tsx'
import { dossierTexts } from './dossier.texts.ts'
import { deeper, Filled, Prose } from './pieces.tsx'
import type { Dossier, DossierApplication, Look } from './types.ts'

/** One application for each institution that the viewer may know of, with its statutory status. */
export function ApplicationsGroup({
  value,
  looks,
  actions,
  ...look
}: Look & {
  value: Dossier['applications']
  /** What may be done with one application, under it. */
  actions?: ((application: DossierApplication) => ReactNode) | undefined
}) {
  const t = useTexts(dossierTexts)
  return (
    <Group
      title={t.titles.APPLICATION_STATUS}
      value={value}
      {...look}
      closedText={looks.closed}
      emptyText={looks.empty}
    >
      {(applications) =>
        applications.map((application) => (
          <div className="card" key={application.id}>
            <Heading level={deeper(look.level)}>
              {application.institution.name}: {application.programme.name}
            </Heading>
            <ApplicationFacts application={application} />
            {actions?.(application)}
          </div>
        ))
      }
    </Group>
  )
}

export function ApplicationFacts({ application }: { application: DossierApplication }) {
  const t = useTexts(dossierTexts)
  const w = useTexts(words)
  const { day, moment } = useDates()
  const { programme, status, appliedAt, onTime, startYear, talkAt, talkProposedAt, messages } = application
  const replaced = new Set(messages.map(({ supersedes }) => supersedes))
  return (
    <>
      <Filled
        rows={[
          [t.status, <Tag key="status">{w.applicationStatus[status]}</Tag>],
          [t.programme, `${programme.name}, ${w.mboLevel[programme.level]}, ${w.route[programme.route]}`],
          [t.appliedAt, `${day(appliedAt)}, ${(onTime ? t.onTime : t.late)(startYear)}`],
          [t.start, String(startYear)],
          [t.talk, talkProposedAt ? t.talkProposed(moment(talkProposedAt)) : talkAt && moment(talkAt)],
        ]}
      />
      {messages.length > 1 && (
        <Fold title={t.history}>
          <ul>
            {messages.map(({ id, at, status: each }) => (
              <li key={id}>
                {day(at)}: {w.applicationStatus[each]}
                {replaced.has(id) && ` (${t.corrected})`}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  )
}

/** The live document of each application, as it reads now, section by section. */
export function PreparationGroup({
  value,
  looks,
  actions,
  sectionClosed,
  ...look
}: Look & {
  value: Dossier['applications']
  /** A closed section, and one in which nobody wrote yet: of a document that is open itself. */
  sectionClosed: string
  actions?: ((application: DossierApplication) => ReactNode) | undefined
}) {
  const t = useTexts(dossierTexts)
  const w = useTexts(words)
  const { closed, after, level } = look
  const many = (value ?? []).length > 1
  const below = deeper(level)
  return (
    <Group
      title={t.titles.INTAKE_PREPARATION}
      value={value}
      level={level}
      after={after}
      closed={closed}
      closedText={looks.closed}
      emptyText={looks.empty}
    >
      {(applications) =>
        applications.map((application) => (
          <div key={application.id}>
            {many && <Heading level={below}>{t.preparationAt(application.institution.name)}</Heading>}
            {application.intakePreparation ? (
              application.intakePreparation.sections.map(({ key, access, text }) => (
                <div className="card" key={key}>
                  <strong>{w.section[key]}</strong>
                  {text ? <Prose>{text}</Prose> : <Text soft>{access === 'NONE' ? sectionClosed : looks.empty}</Text>}
                </div>
              ))
            ) : (
              <Text soft>{looks.closed}</Text>
            )}
            {actions?.(application)}
          </div>
        ))
      }
    </Group>
  )
}
