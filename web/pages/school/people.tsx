import { useAct } from '../../parts/ask.ts'
import { Heading, Link, Text } from '../../parts/basics.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { PeopleList } from '../../parts/people-list.tsx'
import { useViewer } from '../../parts/session.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { EndParty } from './pupil-acts.graphql.ts'
import type { AroundPupilQuery } from './pupil.graphql.ts'
import { pupilTexts } from './pupil.texts.ts'

type Around = NonNullable<AroundPupilQuery['dossier']>

/** Who has a part in the dossier; those whose part this person may end come with a button. */
export function People({ around: { id: dossierId, parties, endableParties } }: { around: Around }) {
  const t = useTexts(pupilTexts)
  const { role } = useViewer()
  const end = useAct(EndParty)
  return (
    <section className="group" aria-labelledby="people">
      <Heading level={2} id="people">
        {t.peopleTitle}
      </Heading>
      <FailureNote failure={end.failure} />
      <div role="status">{end.doneAt && <Text>{t.takenAway}</Text>}</div>
      <PeopleList
        people={parties ?? []}
        endable={endableParties ?? []}
        says={{
          takeAway: t.takeAway,
          title: t.takeAwayTitle,
          text: ({ role: of, name }) => (of === 'GUARDIAN' ? t.takeAwayGuardian(name) : t.takeAwayColleague(name)),
          yes: t.takeAwayYes,
        }}
        busy={end.busy}
        onEnd={({ id }) => void end.act({ input: { dossierId, partyId: id } })}
      />
      {role === 'MENTOR' && (
        <Text soft>
          {t.stays} <Link to="/leerlingen/inlezen">{t.handOver}</Link>
        </Text>
      )}
    </section>
  )
}
