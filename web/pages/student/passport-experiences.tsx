import { useRef, useState } from 'react'
import { Actions, Button, Link, Text } from '../../parts/basics.tsx'
import { Choices } from '../../parts/fields.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { MOST_ON_PASSPORT } from './passport-draft.ts'
import { passport } from './passport.texts.ts'
import type { PassportExperience } from './passport.tsx'

/** Which experiences of the career file are on the page, and in which order. */
export function ChooseExperiences({
  experiences,
  chosen,
  onChange,
}: {
  experiences: readonly PassportExperience[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  const t = useTexts(passport)
  const w = useTexts(words)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const titleOf = (id: string) => experiences.find((one) => one.id === id)?.title ?? ''
  const shown = chosen.filter((id) => titleOf(id) !== '')
  if (experiences.length === 0)
    return (
      <>
        <Text soft>{t.noExperiences}</Text>
        <Link to="/loopbaanmap">{t.toCareer}</Link>
      </>
    )
  const choose = (next: string[]) => {
    if (next.length > MOST_ON_PASSPORT) return setSaid(t.full(MOST_ON_PASSPORT))
    const added = next.find((id) => !shown.includes(id))
    const gone = shown.find((id) => !next.includes(id))
    setSaid(added ? t.onNow(titleOf(added), next.length) : gone ? t.offNow(titleOf(gone)) : '')
    onChange(next)
  }
  const move = (id: string, to: number) => {
    const next = shown.filter((one) => one !== id)
    next.splice(to, 0, id)
    onChange(next)
    setSaid(t.moved(titleOf(id), to + 1))
    // Its buttons went along with it: the focus too, unless the pressed one is gone at the edge.
    setTimeout(() => list.current?.children[to]?.querySelector('button')?.focus())
  }
  return (
    <>
      <Choices
        legend={t.experiences}
        hint={t.experiencesHint(MOST_ON_PASSPORT)}
        many
        options={experiences.map(({ id, title, kind }) => [id, `${title} (${w.experience[kind]})`] as const)}
        chosen={shown}
        onChange={choose}
      />
      {shown.length > 0 && (
        <>
          <p id="order">
            <strong>{t.order}</strong>
          </p>
          <ol className="chosen" ref={list} aria-labelledby="order">
            {shown.map((id, index) => {
              const title = titleOf(id)
              return (
                <li key={id}>
                  {title}
                  <Actions>
                    {index > 0 && (
                      <Button look="subtle" aria-label={t.moveUp(title)} onClick={() => move(id, index - 1)}>
                        {t.up}
                      </Button>
                    )}
                    {index < shown.length - 1 && (
                      <Button look="subtle" aria-label={t.moveDown(title)} onClick={() => move(id, index + 1)}>
                        {t.down}
                      </Button>
                    )}
                    <Button
                      look="subtle"
                      negative
                      aria-label={t.takeOff(title)}
                      onClick={() => choose(shown.filter((one) => one !== id))}
                    >
                      {t.off}
                    </Button>
                  </Actions>
                </li>
              )
            })}
          </ol>
        </>
      )}
      <p className="soft saved" role="status">
        {said}
      </p>
    </>
  )
}
