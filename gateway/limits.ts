import { tooCostly, type HubError } from '@doorstroomhub/kit/errors.ts'
import {
  getNamedType,
  isCompositeType,
  isUnionType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

/** What one request may ask at most. */
export const limits = {
  bodyBytes: 1024 * 1024,
  tokens: 2000,
  depth: 15,
  aliases: 100,
  /** Fields of the answer, a list of `first` counted that many times. */
  cost: 50_000,
  headerBytes: 16 * 1024,
  headers: 100,
  /** Connections of all kinds that one gateway holds. */
  connections: 20_000,
} as const

/** Above the largest page the subgraph itself refuses, in its own words. */
const LARGEST_PAGE = 100
/** A list that names no size counts for this many. */
const PAGE = 20

type Variables = Readonly<Record<string, unknown>>
type Cost = (variables: Variables) => number

/** What an operation weighs, worked out once per document. */
export interface Weight {
  depth: number
  aliases: number
  cost: Cost
}

/**
 * Weighs every operation of a document. Linear in the document: a fragment is weighed once, however often it is spread.
 * Questions about the schema itself weigh nothing here; their depth is bounded by validation.
 */
export function weigh(document: DocumentNode, schema: GraphQLSchema): Map<OperationDefinitionNode, Weight> {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  const known = new Map<string, Weight>()
  const weights = new Map<OperationDefinitionNode, Weight>()
  for (const each of document.definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION) continue
    weights.set(each, ofSet(each.selectionSet, schema.getRootType(each.operation) ?? undefined, new Set()))
  }
  return weights

  function ofSet(set: SelectionSetNode, type: GraphQLCompositeType | undefined, within: ReadonlySet<string>): Weight {
    const parts = set.selections.map((selection): Weight => {
      if (selection.kind === Kind.FIELD) return ofField(selection, type, within)
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value)
        return ofSet(selection.selectionSet, isCompositeType(condition) ? condition : type, within)
      }
      return ofFragment(selection.name.value, within)
    })
    return {
      depth: Math.max(0, ...parts.map(({ depth }) => depth)),
      aliases: parts.reduce((sum, { aliases }) => sum + aliases, 0),
      cost: (variables) => parts.reduce((sum, { cost }) => sum + cost(variables), 0),
    }
  }

  function ofFragment(name: string, within: ReadonlySet<string>): Weight {
    const fragment = fragments.get(name)
    // A circle, or nothing of that name: validation says so.
    if (!fragment || within.has(name)) return { depth: 0, aliases: 0, cost: () => 0 }
    let weight = known.get(name)
    if (!weight) {
      const type = schema.getType(fragment.typeCondition.name.value)
      const made = ofSet(fragment.selectionSet, isCompositeType(type) ? type : undefined, new Set([...within, name]))
      weight = { ...made, cost: oncePer(made.cost) }
      known.set(name, weight)
    }
    return weight
  }

  function ofField(field: FieldNode, parent: GraphQLCompositeType | undefined, within: ReadonlySet<string>): Weight {
    const name = field.name.value
    if (name.startsWith('__')) return { depth: 0, aliases: field.alias ? 1 : 0, cost: () => 0 }
    const definition = parent && !isUnionType(parent) ? parent.getFields()[name] : undefined
    const type = definition && getNamedType(definition.type)
    const inner = field.selectionSet && ofSet(field.selectionSet, isCompositeType(type) ? type : undefined, within)
    const pages = definition?.args.some((argument) => argument.name === 'first') ?? false
    const given = field.arguments?.find((argument) => argument.name.value === 'first')?.value
    const standard: unknown = definition?.args.find((argument) => argument.name === 'first')?.defaultValue
    const size: Cost = (variables) => {
      const asked =
        given?.kind === Kind.INT
          ? Number(given.value)
          : given?.kind === Kind.VARIABLE
            ? variables[given.name.value]
            : standard
      return typeof asked === 'number' && asked >= 0 ? Math.min(asked, LARGEST_PAGE) : PAGE
    }
    return {
      depth: 1 + (inner?.depth ?? 0),
      aliases: (field.alias ? 1 : 0) + (inner?.aliases ?? 0),
      cost: (variables) => 1 + (pages ? Math.max(1, size(variables)) : 1) * (inner?.cost(variables) ?? 0),
    }
  }
}

/** A fragment that is spread a thousand times is added up once per request. */
function oncePer(cost: Cost): Cost {
  const known = new WeakMap<Variables, number>()
  return (variables) => {
    let found = known.get(variables)
    if (found === undefined) known.set(variables, (found = cost(variables)))
    return found
  }
}

/** The error of an operation that asks too much, in words; undefined when it does not. */
export function excess(weight: Weight, variables: Variables): HubError | undefined {
  if (weight.depth > limits.depth)
    return tooCostly(
      `This question goes ${weight.depth} levels deep; ${limits.depth} is the most.`,
      `Deze vraag gaat ${weight.depth} niveaus diep; ${limits.depth} is het meeste.`,
    )
  if (weight.aliases > limits.aliases)
    return tooCostly(
      `This question has ${weight.aliases} aliases; ${limits.aliases} is the most.`,
      `Deze vraag heeft ${weight.aliases} aliassen; ${limits.aliases} is het meeste.`,
    )
  const cost = weight.cost(variables)
  if (cost > limits.cost)
    return tooCostly(
      `This question asks for about ${cost} fields; ${limits.cost} is the most. Ask for smaller pages.`,
      `Deze vraag vraagt ongeveer ${cost} velden; ${limits.cost} is het meeste. Vraag kleinere pagina's.`,
    )
  return undefined
}

/** What is said of a request body that is too large. */
export const tooLarge = (): HubError =>
  tooCostly('A request may hold 1 MB at most.', 'Een verzoek mag hoogstens 1 MB groot zijn.')

/** What is said of a document with too many words. */
export const tooLong = (): HubError =>
  tooCostly(
    `A question may have ${limits.tokens} words and signs at most.`,
    `Een vraag mag hoogstens ${limits.tokens} woorden en tekens hebben.`,
  )
