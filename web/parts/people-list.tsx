import type { Role } from '../graphql/schema.ts'
import { words } from '../texts/words.ts'
import { Actions } from './basics.tsx'
import { Sure } from './form.tsx'
import { useOwner } from './owner.ts'
import { useTexts } from './texts.tsx'

interface Person {
  name: string
  role: Role
  organisation?: { name: string } | null
}

/** Who has a part in a dossier. Those whose part this person may end (`endable`) come with a button, which asks once more. */
export function PeopleList<Endable extends Person & { id: string }>({
  people,
  endable,
  says,
  busy,
  onEnd,
}: {
  people: readonly Person[]
  endable: readonly Endable[]
  says: { takeAway: (name: string) => string; title: string; text: (one: Endable) => string; yes: string }
  busy: boolean
  onEnd: (one: Endable) => void
}) {
  const w = useTexts(words)
  const owner = useOwner()
  const line = ({ name, role, organisation }: Person) =>
    `${name} (${role === 'STUDENT' ? owner.word : w.role[role]}${organisation ? `, ${organisation.name}` : ''})`
  const isEndable = (one: Person) => endable.some(({ role, name }) => role === one.role && name === one.name)
  return (
    <ul>
      {people
        .filter((one) => !isEndable(one))
        .map((one) => (
          <li key={line(one)}>{line(one)}</li>
        ))}
      {endable.map((one) => (
        <li key={one.id}>
          {line(one)}
          <Actions>
            <Sure
              label={says.takeAway(one.name)}
              title={says.title}
              text={says.text(one)}
              yes={says.yes}
              busy={busy}
              onYes={() => onEnd(one)}
            />
          </Actions>
        </li>
      ))}
    </ul>
  )
}
