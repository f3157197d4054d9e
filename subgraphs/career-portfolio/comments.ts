import type { Builder } from '@doorstroomhub/kit/builder.ts'
import { CAREER_PARTS, ROLES, type CareerComment, type Role } from './entities.ts'
import type { CareerContext } from './schema.ts'

/** What comments are made of. */
export function commentTypes(builder: Builder<CareerContext>) {
  const { Party } = parties(builder)
  const CareerPart = builder.enumType('CareerPart', {
    description: 'The parts of the career portfolio: the groups of the same names.',
    values: CAREER_PARTS,
  })
  const CareerComment = builder.objectRef<CareerComment>('CareerComment').implement({
    description: "A mentor's word on a part of the portfolio, or the student's answer. Never leaves the school.",
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      itemId: t.exposeID('itemId', {
        description: 'The item that it is about; null when it is about the part as a whole.',
      }),
      text: t.exposeString('text', { nullable: false }),
      author: t.field({
        type: Party,
        nullable: false,
        resolve: ({ authorName, authorRole, authorOrganisation }) => ({
          name: authorName,
          role: authorRole,
          organisation: authorOrganisation ?? null,
        }),
      }),
      at: t.field({ type: 'DateTime', nullable: false, resolve: ({ at }) => at }),
    }),
  })
  return { CareerComment, CareerPart }
}

/** Somebody with a role, at a school: the same value type in every subgraph. */
function parties(builder: Builder<CareerContext>) {
  const Role = builder.enumType('Role', { description: 'In which role somebody acts.', values: ROLES })
  const Organisation = builder.objectRef<{ brin: string }>('Organisation').implement({
    description: 'A school or institution by its BRIN; consent knows its name.',
    fields: (t) => ({ brin: t.exposeString('brin', { nullable: false }) }),
  })
  builder.asEntity(Organisation, {
    key: builder.keyDirective(builder.selection<{ brin: string }>('brin'), false),
    resolveReference: ({ brin }) => ({ brin }),
  })
  const Party = builder.objectRef<{ name: string; role: Role; organisation: string | null }>('Party').implement({
    description: 'Somebody, in a role, for an organisation.',
    shareable: true,
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false }),
      role: t.field({ type: Role, nullable: false, resolve: ({ role }) => role }),
      organisation: t.field({
        type: Organisation,
        resolve: ({ organisation }) => (organisation === null ? null : { brin: organisation }),
      }),
    }),
  })
  return { Party }
}
