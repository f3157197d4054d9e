import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { AccessTable } from './access.ts'

/**
 * The groups that this operation is about to read of each entity of a type: what its guards will ask the referee next. Asked together with
 * whether the entity is the asker's business at all, it is one question instead of two. What is skipped is not among them, since
 * what is asked stands in the read log.
 */
export function foreseenGroups(access: AccessTable, type: string, info: GraphQLResolveInfo): string[] {
  const rules = access[type]
  if (rules === undefined || rules === 'inside') return []
  const groups = new Set<string>()

  const isAsked = (node: SelectionNode): boolean =>
    getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.['if'] !== false

  function look(set: SelectionSetNode): void {
    for (const node of set.selections) {
      if (!isAsked(node)) continue
      if (node.kind === Kind.FIELD) {
        const rule = (rules as Exclude<typeof rules, 'inside' | undefined>)[node.name.value]
        if (rule !== undefined && rule !== 'inside' && rule.group !== undefined) groups.add(rule.group)
        continue
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? info.fragments[node.name.value] : node
      if (fragment && (fragment.typeCondition?.name.value ?? type) === type) look(fragment.selectionSet)
    }
  }
  for (const { selectionSet } of info.fieldNodes) if (selectionSet) look(selectionSet)
  return [...groups]
}
