import { Button, Tag } from '../../parts/basics.tsx'
import { Fold } from '../../parts/form.tsx'
import { useTexts } from '../../parts/texts.tsx'
import type { CareerCompetence } from '../../graphql/schema.ts'
import { words } from '../../texts/words.ts'
import { passport } from './passport.texts.ts'
import type { PassportDossier } from './passport.tsx'

/** Answers in sentences, so that a student takes over what fits on one page. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean)

/** What the student wrote at one of the five questions, to choose from for a field of the passport. */
export function FromCareer({
  dossier,
  competence,
  longest,
  isOn,
  add,
  field,
}: {
  dossier: PassportDossier
  competence: CareerCompetence
  /** How long one piece may be in this field. */
  longest: number
  isOn: (sentence: string) => boolean
  add: (sentence: string) => void
  /** The name of the field. */
  field: string
}) {
  const t = useTexts(passport)
  const w = useTexts(words)
  const answer = dossier.careerFile?.reflections.find((one) => one.competence === competence)?.text ?? ''
  const sentences = sentencesOf(answer).filter(({ length }) => length <= longest)
  if (sentences.length === 0) return null
  return (
    <Fold title={t.fromCareer(field)}>
      <p className="soft">{t.fromCareerText(w.competenceQuestion[competence])}</p>
      <ul className="plain roomy">
        {sentences.map((sentence) => (
          <li key={sentence}>
            {sentence}{' '}
            {isOn(sentence) ? (
              <Tag kind="good">{t.isOn}</Tag>
            ) : (
              <Button look="subtle" aria-label={t.putOnThis(sentence)} onClick={() => add(sentence)}>
                {t.putOn}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  )
}
