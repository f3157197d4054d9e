import { FIELD, type Dossier } from '../../parts/dossier/types.ts'

/** What is open on the page: the groups, and of the live document the sections. */
export function openIn(dossier: Dossier, closed: (...path: (string | number)[]) => boolean): ReadonlySet<string> {
  const open = new Set<string>()
  for (const field of new Set(Object.values(FIELD)))
    // A part that failed is not a part that was closed: only the hub's word counts.
    if (dossier[field] !== null || !closed('dossier', field)) open.add(field)
  for (const [index, { id, intakePreparation }] of (dossier.applications ?? []).entries()) {
    if (intakePreparation || !closed('dossier', 'applications', index, 'intakePreparation')) open.add(id)
    for (const { key, access } of intakePreparation?.sections ?? []) if (access !== 'NONE') open.add(`${id} ${key}`)
  }
  return open
}

/** What was open before, or was lost already, and is not open now. */
export const lostSince = (
  before: ReadonlySet<string>,
  lost: ReadonlySet<string>,
  now: ReadonlySet<string>,
): ReadonlySet<string> => new Set([...before, ...lost].filter((each) => !now.has(each)))
