import { useState } from 'react'
import { useAct } from '../../parts/ask.ts'
import { Card, Heading, Text } from '../../parts/basics.tsx'
import { FailureNote, Note } from '../../parts/looks.tsx'
import { PeopleList } from '../../parts/people-list.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { EndGuardian } from './my-data.graphql.ts'
import { myData } from './my-data.texts.ts'
import type { Dossier } from './my-data.tsx'

/** Who has a part in the dossier beside the student; whose part the student may end comes with a button. */
export function MyPeople({ dossier: { id: dossierId, parties, endableParties } }: { dossier: Dossier }) {
  const t = useTexts(myData)
  const end = useAct(EndGuardian)
  const [gone, setGone] = useState('')
  const endable = endableParties ?? []
  const others = (parties ?? []).filter(({ role }) => role !== 'STUDENT')
  return (
    <Card labelledBy="people">
      <Heading level={2} id="people">
        {t.people}
      </Heading>
      <Text soft>{t.peopleText}</Text>
      <div role="status">{gone !== '' && <Note kind="good">{t.takenAway(gone)}</Note>}</div>
      <FailureNote failure={end.failure} />
      {others.length === 0 && <Text>{t.nobody}</Text>}
      <PeopleList
        people={others}
        endable={endable}
        says={{
          takeAway: t.takeAway,
          title: t.takeAwayTitle,
          text: ({ name }) => t.takeAwayText(name),
          yes: t.takeAwayYes,
        }}
        busy={end.busy}
        onEnd={({ id, name }) =>
          void end.act({ input: { dossierId, partyId: id } }).then((done) => {
            if (done) setGone(name)
          })
        }
      />
      <Text soft>
        {others.some(({ role }) => role === 'GUARDIAN') && endable.length === 0 ? t.notMine : t.askMentor}
      </Text>
    </Card>
  )
}
