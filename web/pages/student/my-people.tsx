import { useState } from 'react'
import { useAct } from '../../parts/ask.ts'
import { Actions, Card, Heading, Text } from '../../parts/basics.tsx'
import { Sure } from '../../parts/form.tsx'
import { FailureNote, Note } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { EndGuardian } from './my-data.graphql.ts'
import { myData } from './my-data.texts.ts'
import type { Dossier } from './my-data.tsx'

type Person = NonNullable<Dossier['parties']>[number]

/** Who has a part in the dossier beside the student; whose part the student may end comes with a button. */
export function MyPeople({ dossier: { id: dossierId, parties, endableParties } }: { dossier: Dossier }) {
  const t = useTexts(myData)
  const w = useTexts(words)
  const end = useAct(EndGuardian)
  const [gone, setGone] = useState('')
  const endable = endableParties ?? []
  const others = (parties ?? []).filter(({ role }) => role !== 'STUDENT')
  const isEndable = (one: Person) => endable.some(({ role, name }) => role === one.role && name === one.name)
  const line = ({ name, role, organisation }: Pick<Person, 'name' | 'role'> & Partial<Person>) =>
    `${name} (${w.role[role]}${organisation ? `, ${organisation.name}` : ''})`
  return (
    <Card labelledBy="people">
      <Heading level={2} id="people">
        {t.people}
      </Heading>
      <Text soft>{t.peopleText}</Text>
      <div role="status">{gone !== '' && <Note kind="good">{t.takenAway(gone)}</Note>}</div>
      <FailureNote failure={end.failure} />
      {others.length === 0 && <Text>{t.nobody}</Text>}
      <ul>
        {others
          .filter((one) => !isEndable(one))
          .map((one) => (
            <li key={line(one)}>{line(one)}</li>
          ))}
        {endable.map((one) => (
          <li key={one.id}>
            {line(one)}
            <Actions>
              <Sure
                label={t.takeAway(one.name)}
                title={t.takeAwayTitle}
                text={t.takeAwayText(one.name)}
                yes={t.takeAwayYes}
                busy={end.busy}
                onYes={() =>
                  void end.act({ input: { dossierId, partyId: one.id } }).then((done) => {
                    if (done) setGone(one.name)
                  })
                }
              />
            </Actions>
          </li>
        ))}
      </ul>
      <Text soft>
        {others.some(({ role }) => role === 'GUARDIAN') && endable.length === 0 ? t.notMine : t.askMentor}
      </Text>
    </Card>
  )
}
