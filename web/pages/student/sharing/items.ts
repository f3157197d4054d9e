import type { FieldGroup } from '../../../graphql/schema.ts'
import type { Words } from '../../../texts/words.ts'
import type { MySharingQuery } from './sharing.graphql.ts'

export type SharingDossier = MySharingQuery['dossiers']['edges'][number]['node']
export type SharingConsent = NonNullable<SharingDossier['consents']>[number]

export interface Item {
  id: string
  name: string
}

/** What can be left out of a group, one by one. */
export function itemsOf(dossier: SharingDossier, group: FieldGroup, w: Words, date: (day: string) => string): Item[] {
  const named = (items: readonly { id: string; title: string }[] | undefined): Item[] =>
    (items ?? []).map(({ id, title }) => ({ id, name: title }))
  switch (group) {
    case 'ACCOMMODATIONS':
      return (dossier.accommodations?.needs ?? []).map(({ id, area }) => ({ id, name: w.area[area] }))
    case 'CONDITION':
      return (dossier.conditions ?? []).map(({ id, name }) => ({ id, name: name ?? w.group.CONDITION }))
    case 'STUDY_ADVICE':
      return (dossier.studyAdvice ?? []).map(({ id, author }) => ({ id, name: author.name }))
    case 'CAREER_SUMMARY':
      return named(dossier.careerSummary?.topExperiences)
    case 'CAREER_FILE':
      return [
        ...(dossier.careerFile?.reflections ?? []).map(({ id, competence }) => ({
          id,
          name: w.competence[competence],
        })),
        ...named(dossier.careerFile?.experiences),
        ...(dossier.careerFile?.talks ?? []).map(({ id, date: day, with: whom }) => ({
          id,
          name: `${date(day)}, ${whom}`,
        })),
      ]
    case 'PLUS_DOCUMENT':
      return named(dossier.plusDocument?.items)
    default:
      return []
  }
}

/** The guardians by name, or the word for them. */
export function guardiansOf({ parties }: SharingDossier, word: string, or: string): string {
  const names = (parties ?? []).filter(({ role }) => role === 'GUARDIAN').map(({ name }) => name)
  return names.length > 0 ? names.join(or) : word
}
