import type { LegalBasis, Purpose } from '../../graphql/schema.ts'
import { useAsk } from '../../parts/ask.ts'
import { Card, Heading, Link, Tag, Text } from '../../parts/basics.tsx'
import { NoAnswer } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { PURPOSES, SHAREABLE_GROUPS } from '../../texts/orders.ts'
import { words } from '../../texts/words.ts'
import { myDossier } from './my-dossier.texts.ts'
import type { Dossier } from './my-dossier.tsx'
import { myGroups } from './parts/my-groups.ts'
import { WhatASchoolSees } from './parts/who-sees.graphql.ts'

type Application = NonNullable<Dossier['applications']>[number]

/** Per school that the student applied to: what it sees now. */
export function Shared({ dossier: { id, applications } }: { dossier: Dossier }) {
  const t = useTexts(myDossier)
  const schools = Map.groupBy(applications ?? [], ({ institution }) => institution.brin)
  return (
    <section aria-labelledby="shared" className="group">
      <Heading level={2} id="shared">
        {t.sharedTitle}
      </Heading>
      {schools.size === 0 && <Text soft>{t.noApplications}</Text>}
      <ul className="cards">
        {[...schools].map(([brin, own]) => (
          <OneSchool key={brin} id={id} applications={own} />
        ))}
      </ul>
      <p>
        <Link to="/delen">{t.goToSharing}</Link>
      </p>
    </section>
  )
}

/** As the hub decides it for this school, not as it follows from what was once said: an agreement or a place there counts too. */
function OneSchool({ id, applications }: { id: string; applications: readonly Application[] }) {
  const t = useTexts(myDossier)
  const g = useTexts(myGroups)
  const w = useTexts(words)
  const { brin, name } = applications[0]!.institution
  const { data, failure, slow, again } = useAsk(WhatASchoolSees, { id, institution: brin })
  const seen = data?.dossier
  const why = (purpose: Purpose, basis: LegalBasis): string =>
    basis === 'ENROLMENT' ? t.enrolledSees : basis === 'SPECIAL_GUIDANCE' ? t.specialSees : w.purpose[purpose]
  const open = [...SHAREABLE_GROUPS, 'PERSONAL_NUMBER' as const].flatMap((group) => {
    const reasons = PURPOSES.flatMap((purpose) =>
      (seen?.[purpose] ?? []).filter((one) => one.group === group).map(({ basis }) => why(purpose, basis)),
    )
    return reasons.length > 0 ? [{ group, reasons: [...new Set(reasons)].join(', ') }] : []
  })
  return (
    <Card as="li">
      <Heading level={3}>{name}</Heading>
      {applications.map(({ id: application, programme, status }) => (
        <Text soft key={application}>
          {t.application(programme.name, w.applicationStatus[status])}
        </Text>
      ))}
      {!seen ? (
        <NoAnswer failure={failure} slow={slow} again={again} />
      ) : open.length === 0 ? (
        <Text>{t.sharedNothing(name)}</Text>
      ) : (
        <>
          <Text>{t.sharedWith(name)}</Text>
          <ul>
            {open.map(({ group, reasons }) => (
              <li key={group}>
                {g[group]} <span className="soft">({reasons})</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

/** Each part of the dossier, whether something is in it, and the way there. */
export function Filled({ dossier }: { dossier: Dossier }) {
  const t = useTexts(myDossier)
  const g = useTexts(myGroups)
  const { identity, contact, accommodations, careerFile, careerSummary, plusDocument, studyAdvice } = dossier
  const some = (...values: (string | object | null | undefined | readonly unknown[])[]): boolean =>
    values.some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))
  const filled = (done: boolean) => ({ done, word: done ? t.filled : t.open })
  const advice = studyAdvice ?? []
  const isAccepted = advice.length > 0 && advice.every(({ version, acceptedVersion }) => version === acceptedVersion)
  const parts = [
    {
      name: g.IDENTITY,
      to: '/gegevens',
      ...(identity ? filled(true) : { done: false, word: t.bySchool }),
    },
    { name: g.CONTACT, to: '/gegevens', ...filled(some(contact?.email, contact?.phone, contact?.address)) },
    {
      name: g.ACCOMMODATIONS,
      to: '/hulp',
      ...filled(
        some(
          accommodations?.needs,
          accommodations?.strengths,
          accommodations?.currentSupport,
          accommodations?.howToDiscuss,
        ),
      ),
    },
    {
      name: g.CAREER_FILE,
      to: '/loopbaanmap',
      ...filled(some(careerFile?.experiences, careerFile?.reflections, careerFile?.talks)),
    },
    {
      name: g.CAREER_SUMMARY,
      to: '/paspoort',
      ...filled(
        some(
          careerSummary?.aboutMe,
          careerSummary?.strengths,
          careerSummary?.drives,
          careerSummary?.topExperiences,
          careerSummary?.jobInterest,
          careerSummary?.chosenProgrammes,
          careerSummary?.questionForIntaker,
        ),
      ),
    },
    {
      name: g.PLUS_DOCUMENT,
      to: '/loopbaanmap',
      search: { deel: 'extra' },
      ...filled(some(plusDocument?.items)),
    },
    {
      name: g.STUDY_ADVICE,
      to: '/advies',
      done: isAccepted,
      word: isAccepted ? t.accepted : advice.length > 0 ? t.toAccept : t.noAdvice,
    },
  ] as const
  return (
    <section aria-labelledby="filled" className="group">
      <Heading level={2} id="filled">
        {t.doneTitle}
      </Heading>
      <ul className="plain roomy">
        {parts.map(({ name, done, word, ...where }) => (
          <li key={name}>
            <Link {...where}>{name}</Link> <Tag kind={done ? 'good' : 'neutral'}>{word}</Tag>
          </li>
        ))}
      </ul>
    </section>
  )
}
