import { asker, factsOf, type ConsentBuilder, type ConsentContext } from '../context.ts'
import type { Refs } from '../refs.ts'
import { decide, relationOf, type Decision } from '../rules/decide.ts'
import type { Facts } from '../rules/facts.ts'
import { FIELD_GROUPS, SECTION_KEYS, type FieldGroup, type Role } from '../rules/words.ts'

/** Somebody of the school or the family, and what this dossier shows them today. */
export interface InsideReader {
  name: string
  role: Role
  brin: string | null
  groups: readonly FieldGroup[]
  choices: readonly FieldGroup[]
  shared: readonly FieldGroup[]
}

const differ = (one: Decision, other: Decision): boolean =>
  one.allowed !== other.allowed || SECTION_KEYS.some((key) => one.sections?.[key] !== other.sections?.[key])

/** Who of the school and the family reads what now, by the very rules that judge them; for the student alone. */
export async function readersInside(context: ConsentContext, dossierId: string): Promise<InsideReader[]> {
  const facts = (await factsOf(context, dossierId))!
  const now = context.now()
  const readers: InsideReader[] = []
  for (const party of await context.loaders.parties.load(dossierId)) {
    const { subject, name, role, since, until = null } = party
    if (subject === asker(context).subject) continue
    const brin = party.brin ?? null
    const who = { subject, role, brin, municipality: null, scopes: [] }
    const parties = [{ role, brin, since, until }]
    if (relationOf({ ...facts, parties }, who, now) === null) continue
    const decided = (group: FieldGroup, innerShares: Facts['innerShares']): Decision =>
      decide({ ...facts, parties, innerShares }, who, group, null, now)
    const choices = FIELD_GROUPS.filter((group) => differ(decided(group, [{ group, role }]), decided(group, [])))
    readers.push({
      name,
      role,
      brin,
      groups: FIELD_GROUPS.filter((group) => decided(group, facts.innerShares).allowed),
      choices,
      shared: choices.filter((group) =>
        facts.innerShares.some((share) => share.role === role && share.group === group),
      ),
    })
  }
  return readers
}

export function implementInsideReader(builder: ConsentBuilder, refs: Refs) {
  const ref = builder.objectRef<InsideReader>('InsideReader')
  return ref.implement({
    description: 'Somebody of the school or the family, and what the dossier shows them today.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false }),
      role: t.field({ type: refs.Role, nullable: false, resolve: ({ role }) => role }),
      organisation: t.field({
        type: refs.Organisation,
        resolve: ({ brin }, _args, context) => (brin ? context.loaders.organisation.load(brin) : null),
      }),
      groups: t.field({
        type: [refs.FieldGroup],
        nullable: { list: false, items: false },
        description: 'What they read now.',
        resolve: ({ groups }) => [...groups],
      }),
      choices: t.field({
        type: [refs.FieldGroup],
        nullable: { list: false, items: false },
        description: 'What the student may share with them, or stop sharing: see shareInside.',
        resolve: ({ choices }) => [...choices],
      }),
      shared: t.field({
        type: [refs.FieldGroup],
        nullable: { list: false, items: false },
        description: 'Of these choices: what is shared now.',
        resolve: ({ shared }) => [...shared],
      }),
    }),
  })
}
