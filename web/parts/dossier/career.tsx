import { words } from '../../texts/words.ts'
import { Heading, Text } from '../basics.tsx'
import { useDates } from '../dates.ts'
import { Group } from '../looks.tsx'
import { useTexts } from '../texts.tsx'
import { Comments } from './comments.tsx'
import { dossierTexts } from './dossier.texts.ts'
import { deeper, Filled, Lines, Prose } from './pieces.tsx'
import type { Dossier, Look } from './types.ts'

type Summary = NonNullable<Dossier['careerSummary']>
type CareerFile = NonNullable<Dossier['careerFile']>

export const isEmptySummary = (one: Omit<Summary, 'comments'>): boolean =>
  !one.aboutMe &&
  !one.jobInterest &&
  !one.questionForIntaker &&
  one.strengths.length + one.drives.length + one.chosenProgrammes.length + one.topExperiences.length === 0

/** What is on the one page, as everybody reads it: the school, a guardian, and the student who writes it. */
export function SummaryContent({ value: one, level }: { value: Omit<Summary, 'comments'>; level: 3 | 4 }) {
  const t = useTexts(dossierTexts)
  const w = useTexts(words)
  return (
    <>
      <Filled
        rows={[
          [t.aboutMe, one.aboutMe],
          [t.jobInterest, one.jobInterest],
          [t.question, one.questionForIntaker],
        ]}
      />
      <Lines title={t.goodAt} lines={one.strengths} level={level} />
      <Lines title={t.drives} lines={one.drives} level={level} />
      <Lines title={t.programmes} lines={one.chosenProgrammes} level={level} />
      {one.topExperiences.length > 0 && (
        <>
          <Heading level={level}>{t.topExperiences}</Heading>
          <ul>
            {one.topExperiences.map(({ id, title, kind, place, learned }) => (
              <li key={id}>
                <strong>{title}</strong> ({[w.experience[kind], place].filter(Boolean).join(', ')})
                {learned && <Prose>{learned}</Prose>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

export function CareerSummaryGroup({ value, looks, ...look }: Look & { value: Dossier['careerSummary'] }) {
  const t = useTexts(dossierTexts)
  const below = deeper(look.level)
  return (
    <Group
      title={t.titles.CAREER_SUMMARY}
      value={value}
      {...look}
      closedText={looks.closed}
      emptyText={looks.empty}
      isEmpty={isEmptySummary}
    >
      {(one) => (
        <>
          <SummaryContent value={one} level={below} />
          <Comments comments={one.comments} titles={new Map()} level={below} />
        </>
      )}
    </Group>
  )
}

export function CareerFileGroup({ value, looks, ...look }: Look & { value: Dossier['careerFile'] }) {
  const t = useTexts(dossierTexts)
  const w = useTexts(words)
  const below = deeper(look.level)
  const { date } = useDates()
  return (
    <Group
      title={t.titles.CAREER_FILE}
      value={value}
      {...look}
      closedText={looks.closed}
      emptyText={looks.empty}
      isEmpty={({ reflections, experiences, talks }) => reflections.length + experiences.length + talks.length === 0}
    >
      {({ reflections, experiences, talks, comments }) => (
        <>
          {reflections.length > 0 && (
            <>
              <Heading level={below}>{t.reflections}</Heading>
              {reflections.map(({ id, competence, text, level }) => (
                <div className="card" key={id}>
                  <strong>{w.competenceQuestion[competence]}</strong>
                  <Prose>{text}</Prose>
                  {level !== null && <Text soft>{t.level(level)}</Text>}
                </div>
              ))}
            </>
          )}
          {experiences.length > 0 && (
            <>
              <Heading level={below}>{t.experiences}</Heading>
              {experiences.map((one) => (
                <div className="card" key={one.id}>
                  <strong>{one.title}</strong>
                  <Text soft>
                    {[
                      w.experience[one.kind],
                      one.place,
                      one.from && (one.to ? t.period(date(one.from), date(one.to)) : t.since(date(one.from))),
                      ...one.competencies.map((each) => w.competence[each]),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </Text>
                  {one.learned && <Prose>{one.learned}</Prose>}
                </div>
              ))}
            </>
          )}
          {talks.length > 0 && (
            <>
              <Heading level={below}>{t.talks}</Heading>
              {talks.map((talk) => (
                <div className="card" key={talk.id}>
                  <strong>{t.talkWith(date(talk.date), talk.with)}</strong>
                  <Prose>{talk.summary}</Prose>
                  <Filled rows={[[t.nextStep, talk.nextStep]]} />
                </div>
              ))}
            </>
          )}
          <Comments
            comments={comments}
            titles={titlesIn({ reflections, experiences, talks }, w.competence)}
            level={below}
          />
        </>
      )}
    </Group>
  )
}

/** What each item of the career file is called, for a comment on it. */
const titlesIn = (
  { reflections, experiences, talks }: Pick<CareerFile, 'reflections' | 'experiences' | 'talks'>,
  competences: Record<CareerFile['reflections'][number]['competence'], string>,
): ReadonlyMap<string, string> =>
  new Map([
    ...reflections.map(({ id, competence }) => [id, competences[competence]] as const),
    ...experiences.map(({ id, title }) => [id, title] as const),
    ...talks.map((talk) => [talk.id, talk.with] as const),
  ])

export function PlusDocumentGroup({ value, looks, ...look }: Look & { value: Dossier['plusDocument'] }) {
  const t = useTexts(dossierTexts)
  const w = useTexts(words)
  return (
    <Group
      title={t.titles.PLUS_DOCUMENT}
      value={value}
      {...look}
      closedText={looks.closed}
      emptyText={looks.empty}
      isEmpty={({ items }) => items.length === 0}
    >
      {({ items, comments }) => (
        <>
          <ul>
            {items.map(({ id, title, category, year, description }) => (
              <li key={id}>
                <strong>{title}</strong> ({[w.plus[category], year].filter(Boolean).join(', ')})
                {description && <Prose>{description}</Prose>}
              </li>
            ))}
          </ul>
          <Comments
            comments={comments}
            titles={new Map(items.map(({ id, title }) => [id, title]))}
            level={deeper(look.level)}
          />
        </>
      )}
    </Group>
  )
}
