import { useAct } from '../../parts/ask.ts'
import { Actions, Heading, Link, Text } from '../../parts/basics.tsx'
import { Sure } from '../../parts/form.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useViewer } from '../../parts/session.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { EndParty } from './pupil-acts.graphql.ts'
import type { AroundPupilQuery } from './pupil.graphql.ts'
import { pupilTexts } from './pupil.texts.ts'

type Around = NonNullable<AroundPupilQuery['dossier']>
type Person = NonNullable<Around['parties']>[number]

/** Who has a part in the dossier; those whose part this person may end come with a button. */
export function People({ around: { id: dossierId, parties, endableParties } }: { around: Around }) {
  const t = useTexts(pupilTexts)
  const w = useTexts(words)
  const { role } = useViewer()
  const end = useAct(EndParty)
  const endable = endableParties ?? []
  const isSame = (one: Person) => (other: Person) => one.role === other.role && one.name === other.name
  const line = ({ name, role, organisation }: Person) =>
    `${name} (${w.role[role]}${organisation ? `, ${organisation.name}` : ''})`
  return (
    <section className="group" aria-labelledby="people">
      <Heading level={2} id="people">
        {t.peopleTitle}
      </Heading>
      <FailureNote failure={end.failure} />
      <div role="status">{end.doneAt && <Text>{t.takenAway}</Text>}</div>
      <ul>
        {(parties ?? [])
          .filter((party) => !endable.some(isSame(party)))
          .map((party) => (
            <li key={line(party)}>{line(party)}</li>
          ))}
        {endable.map((party) => (
          <li key={party.id}>
            {line(party)}
            <Actions>
              <Sure
                label={t.takeAway(party.name)}
                title={t.takeAwayTitle}
                text={party.role === 'GUARDIAN' ? t.takeAwayGuardian(party.name) : t.takeAwayColleague(party.name)}
                yes={t.takeAwayYes}
                busy={end.busy}
                onYes={() => void end.act({ input: { dossierId, partyId: party.id } })}
              />
            </Actions>
          </li>
        ))}
      </ul>
      {role === 'MENTOR' && (
        <Text soft>
          {t.stays} <Link to="/leerlingen/inlezen">{t.handOver}</Link>
        </Text>
      )}
    </section>
  )
}
