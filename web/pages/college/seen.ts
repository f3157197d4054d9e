import { FIELD, type Dossier } from '../../parts/dossier/types.ts'

/** What stands on the page now, and what the hub says is closed: the groups, and of the live document its sections. */
export interface Sight {
  shown: ReadonlySet<string>
  closed: ReadonlySet<string>
}

/** A part that only failed is in neither: nothing is said of it. */
export function sightOf(dossier: Dossier, isClosed: (...path: (string | number)[]) => boolean): Sight {
  const shown = new Set<string>()
  const closed = new Set<string>()
  for (const field of new Set(Object.values(FIELD)))
    if (dossier[field] !== null) shown.add(field)
    else if (isClosed('dossier', field)) closed.add(field)
  for (const [index, { id, intakePreparation }] of (dossier.applications ?? []).entries()) {
    if (intakePreparation) shown.add(id)
    else if (isClosed('dossier', 'applications', index, 'intakePreparation')) closed.add(id)
    for (const { key, access } of intakePreparation?.sections ?? [])
      (access === 'NONE' ? closed : shown).add(`${id} ${key}`)
  }
  return { shown, closed }
}

/** Whether something stood here that is closed by now. */
export const isGone = (everShown: ReadonlySet<string>, { closed }: Sight): boolean =>
  [...everShown].some((each) => closed.has(each))
