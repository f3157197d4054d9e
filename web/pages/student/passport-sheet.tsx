import { Heading, Text } from '../../parts/basics.tsx'
import { isEmptySummary, SummaryContent } from '../../parts/dossier/career.tsx'
import { useTexts } from '../../parts/texts.tsx'
import type { PassportDraft } from './passport-draft.ts'
import { passport } from './passport.texts.ts'
import { filledLines } from './parts/lines.tsx'
import type { PassportExperience } from './passport.tsx'

/** The one page as the school reads it, while it is being written: only what is filled in. */
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
  const value = {
    aboutMe: summary.aboutMe.trim(),
    jobInterest: summary.jobInterest.trim(),
    questionForIntaker: summary.questionForIntaker.trim(),
    strengths: filledLines(summary.strengths),
    drives: filledLines(summary.drives),
    chosenProgrammes: filledLines(summary.chosenProgrammes),
    topExperiences: summary.topExperiences.flatMap((id) => experiences.filter((one) => one.id === id)),
  }
  return (
    <>
      <Heading level={3}>{name || t.unnamed}</Heading>
      {isEmptySummary(value) ? <Text soft>{t.nothing}</Text> : <SummaryContent value={value} level={4} />}
    </>
  )
}
