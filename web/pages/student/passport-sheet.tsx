import type { ReactNode } from 'react'
import { Heading, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import type { PassportDraft } from './passport-draft.ts'
import { passport } from './passport.texts.ts'
import { filledLines } from './parts/lines.tsx'
import type { PassportExperience } from './passport.tsx'

/** The one page as it will be read: only what is filled in. */
export function PassportSheet({
  name,
  summary,
  experiences,
}: {
  name: string
  summary: PassportDraft
  experiences: readonly PassportExperience[]
}) {
  const t = useTexts(passport)
  const w = useTexts(words)
  const { date } = useDates()
  const chosen = summary.topExperiences.flatMap((id) => experiences.filter((one) => one.id === id))
  const text = (value: string): ReactNode => value.trim() && <p className="own-words">{value.trim()}</p>
  const lines = (values: readonly string[]): ReactNode =>
    filledLines(values).length > 0 && (
      <ul>
        {filledLines(values).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )
  const rows: (readonly [string, ReactNode])[] = [
    [t.aboutMe, text(summary.aboutMe)],
    [t.strengths, lines(summary.strengths)],
    [t.drives, lines(summary.drives)],
    [
      t.experiencesTitle,
      chosen.length > 0 && (
        <ol>
          {chosen.map(({ id, title, kind, from, to, place, learned }) => (
            <li key={id}>
              <strong>{title}</strong>{' '}
              <span className="soft">
                ({[w.experience[kind], place, ...[from, to].map((day) => day && date(day))].filter(Boolean).join(', ')})
              </span>
              {learned !== null && <p className="own-words">{learned}</p>}
            </li>
          ))}
        </ol>
      ),
    ],
    [t.jobInterest, text(summary.jobInterest)],
    [t.chosenProgrammes, lines(summary.chosenProgrammes)],
    [t.questionForIntaker, text(summary.questionForIntaker)],
  ]
  const filled = rows.filter(([, content]) => Boolean(content))
  return (
    <>
      <Heading level={3}>{name || t.unnamed}</Heading>
      {filled.length === 0 && <Text soft>{t.nothing}</Text>}
      {filled.map(([title, content]) => (
        <section key={title}>
          <Heading level={4}>{title}</Heading>
          {content}
        </section>
      ))}
    </>
  )
}
