import type { everybody } from '../../editor/announce.ts'
import { editor } from '../../editor/editor.texts.ts'
import { Heading } from '../../parts/basics.tsx'
import { useOwner } from '../../parts/owner.ts'
import { useViewer } from '../../parts/session.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { sectionWords } from '../../texts/section-words.ts'
import { sharingWords } from '../../texts/sharing-words.ts'

/** Who has the document open now: a name, a role and where they type, beside the colour of their caret. */
export function People({ people }: { people: ReturnType<typeof everybody> }) {
  const t = useTexts(editor)
  const w = useTexts(sharingWords)
  const sections = useTexts(sectionWords)
  const owner = useOwner()
  const jij = useViewer().role === 'STUDENT'
  if (people.length === 0) return null
  return (
    <section className="group screen-only" aria-labelledby="people">
      <Heading level={2} id="people">
        {t.people}
      </Heading>
      <ul className="people">
        {people.map(({ name, role, colour, isSelf, typesIn }) => (
          <li key={`${name}${role}`}>
            <span className={`swatch caret--${colour}`} aria-hidden="true" />
            {isSelf ? t.self(name, jij) : name}
            {role !== null && <span className="soft"> ({role === 'STUDENT' ? owner.word : w.role[role]})</span>}
            {typesIn.length > 0 && <em> {t.typesNow(typesIn.map((key) => sections[key]).join(', '))}</em>}
          </li>
        ))}
      </ul>
    </section>
  )
}
