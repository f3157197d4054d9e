import type { SectionKey } from '../graphql/schema.ts'
import { texts } from '../parts/texts.tsx'

/** What the parts of the live document are called, apart from all other words: its page is the heaviest. */
export const sectionWords = texts<Record<SectionKey, string>>(
  {
    SUMMARY: 'Over mij (samenvatting)',
    QUESTIONS: 'Vragen voor het gesprek',
    SUPPORT: 'Wat helpt mij',
    AGREEMENTS: 'Afspraken',
  },
  {
    SUMMARY: 'About me (summary)',
    QUESTIONS: 'Questions for the talk',
    SUPPORT: 'What helps me',
    AGREEMENTS: 'Agreements',
  },
)
