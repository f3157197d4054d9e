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

/** One operation of one document. */
export interface Prepared {
  operation: OperationDefinitionNode
  /** What is done for these values of the variables. */
  variant(variables: Readonly<Record<string, unknown>>): Variant
}

/** An operation worked out for one combination of what `@skip` and `@include` leave in. */
export interface Variant {
  /** The part about the schema itself, which no subgraph answers. */
  introspection: DocumentNode | undefined
  plan: Promise<CompiledPlan>
  projection: Projection
}

export interface Preparing extends Workshop {
  schema: GraphQLSchema
  planner: QueryPlanner
}

/** Variants kept per operation; the oldest makes room. */
const MOST_VARIANTS = 32

type Flags = Readonly<Record<string, unknown>>
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/**
 * Finds the operation, and works out its variants as they are asked for. The planner never sees a condition: what it makes of them
 * may fetch a group that nobody asked for, and that would stand in the read log.
 */
export function prepare(document: DocumentNode, operationName: string | undefined, preparing: Preparing): Prepared {
  const { schema, fits } = preparing
  const operation = findOperation(document, operationName)
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  const rootType = schema.getRootType(operation.operation) as GraphQLObjectType
  const flagged = flagNames(document)
  const variants = new Map<string, Variant>()
  return {
    operation,
    variant(variables) {
      const key = flagged.map((name) => (variables[name] === true ? '1' : '0')).join('')
      let variant = variants.get(key)
      if (!variant) {
        const flags = Object.fromEntries(flagged.map((name) => [name, variables[name]]))
        variant = {
          introspection: only(operation, fragments, flags, isIntrospection),
          plan: plan(
            only(operation, fragments, flags, (field) => !isMeta(field)),
            preparing,
          ),
          projection: compileProjection({ schema, fits, operation, fragments, rootType, flags }),
        }
        variants.set(key, variant)
        // A plan that could not be made is not kept.
        variant.plan.catch(() => variants.delete(key))
        if (variants.size > MOST_VARIANTS) variants.delete(variants.keys().next().value!)
      }
      return variant
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

/** The operation alone with only those of its root fields, and without any condition; undefined when nothing is left. */
function only(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  flags: Flags,
  keeps: (field: FieldNode) => boolean,
): DocumentNode | undefined {
  const selectionSet = pick(operation.selectionSet, new Set())
  if (selectionSet.selections.length === 0) return undefined
  const definitions = [{ ...operation, selectionSet }, ...fragments.values()]
  return unconditional({ kind: Kind.DOCUMENT, definitions }, flags)

  /** Spreads become inline fragments, so that a fragment on the root type can lose fields here and keep them elsewhere. */
  function pick({ selections }: SelectionSetNode, within: ReadonlySet<string>): SelectionSetNode {
    const picked = selections.flatMap((selection): SelectionNode[] => {
      if (!isWanted(selection, flags)) return []
      if (selection.kind === Kind.FIELD) return keeps(selection) ? [selection] : []
      const name = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : undefined
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
      if (inner === undefined || (name !== undefined && within.has(name))) return []
      const set = pick(inner.selectionSet, name === undefined ? within : new Set([...within, name]))
      if (set.selections.length === 0) return []
      return [{ kind: Kind.INLINE_FRAGMENT, typeCondition: inner.typeCondition, selectionSet: set }]
    })
    return { kind: Kind.SELECTION_SET, selections: picked }
  }
}

/** Leaves in what is wanted, without saying any more on which condition. An empty selection keeps a `__typename`: the planner needs one. */
function unconditional(document: DocumentNode, flags: Flags): DocumentNode {
  return visit(document, {
    SelectionSet(set) {
      const selections = set.selections.filter((selection) => isWanted(selection, flags))
      if (selections.length === 0) selections.push({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } })
      return { ...set, selections }
    },
    Directive: ({ name }) => (name.value === 'skip' || name.value === 'include' ? null : undefined),
  })
}

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
