import type { QueryPlanner } from '@graphql-hive/router-query-planner'
import { invalid } from '@doorstroomhub/kit/errors.ts'
import {
  Kind,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { compileProjection, isWanted, type Projection } from './projection.ts'
import { compilePlan, type CompiledPlan, type Workshop } from './steps.ts'

/** One operation of one document, worked out once. */
export interface Prepared {
  operation: OperationDefinitionNode
  /** The part about the schema itself, which no subgraph answers. */
  introspection: DocumentNode | undefined
  plan: Promise<CompiledPlan>
  projection(variables: Readonly<Record<string, unknown>>): Projection
}

export interface Preparing extends Workshop {
  schema: GraphQLSchema
  planner: QueryPlanner
}

/** Projections kept per operation, one for each combination of `@skip` and `@include` values. */
const MOST_PROJECTIONS = 64

/** Finds the operation, plans it, and makes its projections as they are needed. */
export function prepare(document: DocumentNode, operationName: string | undefined, preparing: Preparing): Prepared {
  const { schema, fits } = preparing
  const operation = findOperation(document, operationName)
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  const rootType = schema.getRootType(operation.operation) as GraphQLObjectType
  const flags = flagNames(document)
  const projections = new Map<string, Projection>()
  return {
    operation,
    introspection: only(operation, fragments, isIntrospection),
    plan: plan(
      only(operation, fragments, (field) => !isMeta(field)),
      preparing,
    ),
    projection(variables) {
      const key = flags.map((name) => (variables[name] === true ? '1' : '0')).join('')
      let projection = projections.get(key)
      if (!projection) {
        projection = compileProjection({ schema, fits, operation, fragments, rootType, flags: variables })
        if (projections.size < MOST_PROJECTIONS) projections.set(key, projection)
      }
      return projection
    },
  }
}

async function plan(document: DocumentNode | undefined, preparing: Preparing): Promise<CompiledPlan> {
  if (document === undefined) return compilePlan(undefined, preparing)
  const { node } = await preparing.planner.planAsync(print(document), undefined, new Set(), 0)
  return compilePlan(node, preparing)
}

function findOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  const found = name === undefined ? operations : operations.filter((each) => each.name?.value === name)
  if (found.length === 1) return found[0]!
  throw name === undefined
    ? invalid(
        'operationName',
        'Say with operationName which operation is meant.',
        'Geef met operationName aan welke vraag bedoeld is.',
      )
    : invalid('operationName', 'There is no operation of that name.', 'Er is geen vraag met die naam.')
}

const isIntrospection = ({ name }: FieldNode): boolean => name.value === '__schema' || name.value === '__type'
const isMeta = (field: FieldNode): boolean => field.name.value.startsWith('__')

/** The document with only this operation and only those of its root fields; undefined when none is left. */
function only(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  keeps: (field: FieldNode) => boolean,
): DocumentNode | undefined {
  const selectionSet = pick(operation.selectionSet, new Set())
  if (selectionSet.selections.length === 0) return undefined
  const kept = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet }, ...fragments.values()],
  } as DocumentNode
  return withoutUnwanted(kept)

  /** Spreads become inline fragments, so that a fragment on the root type can lose fields here and keep them elsewhere. */
  function pick({ selections }: SelectionSetNode, within: ReadonlySet<string>): SelectionSetNode {
    const picked = selections.flatMap((selection): SelectionNode[] => {
      if (!couldBeWanted(selection)) return []
      if (selection.kind === Kind.FIELD) return keeps(selection) ? [selection] : []
      const name = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : undefined
      const inner = name === undefined ? selection : fragments.get(name)
      if (inner === undefined || !('selectionSet' in inner) || (name !== undefined && within.has(name))) return []
      const set = pick(inner.selectionSet, name === undefined ? within : new Set([...within, name]))
      if (set.selections.length === 0) return []
      return [
        {
          kind: Kind.INLINE_FRAGMENT,
          typeCondition: inner.typeCondition,
          directives: selection.directives,
          selectionSet: set,
        },
      ]
    })
    return { kind: Kind.SELECTION_SET, selections: picked }
  }
}

/** Leaves out what a written `@include(if: false)` or `@skip(if: true)` shuts anyway; the planner cannot plan an empty selection. */
function withoutUnwanted(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(set) {
      const selections = set.selections.filter(couldBeWanted)
      if (selections.length === set.selections.length) return undefined
      if (selections.length === 0) selections.push({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } })
      return { ...set, selections }
    },
  })
}

const couldBeWanted = (selection: SelectionNode): boolean =>
  isWanted(
    {
      ...selection,
      directives: selection.directives?.filter((each) => each.arguments?.[0]?.value.kind === Kind.BOOLEAN),
    },
    {},
  )

/** Names of the variables that decide what is in the answer. */
function flagNames(document: DocumentNode): string[] {
  const names = new Set<string>()
  visit(document, {
    Directive({ name, arguments: given }) {
      const value = given?.[0]?.value
      if ((name.value === 'skip' || name.value === 'include') && value?.kind === Kind.VARIABLE)
        names.add(value.name.value)
    },
  })
  return [...names]
}
