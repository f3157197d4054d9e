import { preparationIdOf, SECTION_KEYS } from '@doorstroomhub/intake-preparation/sections.ts'

/** The application of the n-th preparation of the bench. */
export const applicationOf = (index: number): string =>
  `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`

/** The path of the n-th document: the hub's own form, which the peers take as a name. */
export function pathOf(index: number): string {
  const section = SECTION_KEYS[index % SECTION_KEYS.length] as string
  return `documents/${preparationIdOf(applicationOf(Math.floor(index / SECTION_KEYS.length)))}/${section.toLowerCase()}`
}
