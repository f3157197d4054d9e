import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { firstLanguage, keepLanguage, type Language } from './language.ts'

export type { Language }

/** A set of words in both languages; the second must have every word of the first, or it does not compile. */
export interface Texts<Words> {
  nl: Words
  en: Words
}

export const texts = <Words extends object>(nl: Words, en: NoInfer<Words>): Texts<Words> => ({ nl, en })

const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'nl',
  choose: () => undefined,
})

/** Knows the language of the page, and remembers it on this device. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  const choose = useCallback((next: Language) => {
    setLanguage(next)
    keepLanguage(next)
  }, [])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const value = useMemo(() => ({ language, choose }), [language, choose])
  return <LanguageContext value={value}>{children}</LanguageContext>
}

export const useLanguage = (): { language: Language; choose: (language: Language) => void } => use(LanguageContext)

/** The words of a set in the language of the page. */
export function useTexts<Words>(both: Texts<Words>): Words {
  return both[use(LanguageContext).language]
}
