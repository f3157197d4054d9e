export type Language = 'nl' | 'en'

const KEPT = 'language'

/** The language that was chosen on this device. */
export function firstLanguage(): Language {
  try {
    if (localStorage.getItem(KEPT) === 'en') return 'en'
  } catch {
    // A browser that keeps nothing starts in Dutch.
  }
  return 'nl'
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEPT, language)
  } catch {
    // Then it holds for this visit.
  }
}
