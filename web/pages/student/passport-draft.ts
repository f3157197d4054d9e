/** How many experiences stand on the one page. */
export const MOST_ON_PASSPORT = 5

/** The one page as the form holds it: empty texts instead of nothing. */
export interface PassportDraft {
  aboutMe: string
  strengths: string[]
  drives: string[]
  topExperiences: string[]
  jobInterest: string
  chosenProgrammes: string[]
  questionForIntaker: string
}

interface Saved {
  aboutMe: string | null
  strengths: readonly string[]
  drives: readonly string[]
  topExperiences: readonly { id: string }[]
  jobInterest: string | null
  chosenProgrammes: readonly string[]
  questionForIntaker: string | null
}

/** What is saved, as it can be saved again. */
export const summaryOf = (saved: Saved | null | undefined): PassportDraft => ({
  aboutMe: saved?.aboutMe ?? '',
  strengths: [...(saved?.strengths ?? [])],
  drives: [...(saved?.drives ?? [])],
  topExperiences: (saved?.topExperiences ?? []).map(({ id }) => id),
  jobInterest: saved?.jobInterest ?? '',
  chosenProgrammes: [...(saved?.chosenProgrammes ?? [])],
  questionForIntaker: saved?.questionForIntaker ?? '',
})
