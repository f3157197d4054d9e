import type { LegalBasis, Purpose } from '../../graphql/schema.ts'
import { useAsk } from '../../parts/ask.ts'
import { Card, Heading, Link, Text } from '../../parts/basics.tsx'
import { NoAnswer } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { SHAREABLE_GROUPS } from '../../texts/orders.ts'
import { words } from '../../texts/words.ts'
import { myDossierMore } from './my-dossier-more.texts.ts'
import type { Dossier } from './my-dossier.tsx'
import { myGroups } from './parts/my-groups.ts'
import { readingsOf } from './parts/seen-by.ts'
import { WhatASchoolSees } from './parts/who-sees.graphql.ts'

type Application = NonNullable<Dossier['applications']>[number]

/** Per school that the student applied to: what it sees now. */
export function Shared({ dossier: { id, applications } }: { dossier: Dossier }) {
  const t = useTexts(myDossierMore)
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
  const t = useTexts(myDossierMore)
  const g = useTexts(myGroups)
  const w = useTexts(words)
  const { brin, name } = applications[0]!.institution
  const { data, failure, slow, again } = useAsk(WhatASchoolSees, { id, institution: brin })
  const seen = data?.dossier
  const why = (purpose: Purpose, basis: LegalBasis): string =>
    basis === 'ENROLMENT'
      ? t.enrolledSees
      : basis === 'SPECIAL_GUIDANCE'
        ? t.specialSees
        : t.forPurpose(w.purpose[purpose])
  const open = [...SHAREABLE_GROUPS, 'PERSONAL_NUMBER' as const].flatMap((group) => {
    const reasons = seen ? readingsOf(seen, group).map(({ purpose, basis }) => why(purpose, basis)) : []
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
