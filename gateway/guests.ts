import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql'

/** Names that a subgraph of somebody else may never have: keys are made for these. */
export const RESERVED: ReadonlySet<string> = new Set(['gateway', 'judge', 'report'])

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription'])
/** By this an entity of the hub is known, and by nothing else: any other key would have to be read and handed over. */
const KEY = 'id'

/**
 * Why the hub's graph may not be joined by these guests. It is judged by what composition makes of it, not by what a guest writes: so no
 * renamed or nested directive gets by (`@override`, `@shareable`, `@external` with `@provides` or `@requires`, a wider `@key`,
 * `@interfaceObject`, `@inaccessible`, values added to an enum, arguments left out).
 * `ours` is the hub's graph alone, `all` the same with the guests.
 */
export function guestFaults(ours: string, all: string, guests: ReadonlySet<string>): string[] {
  const graphs = graphsOf(all, guests)
  const joined = typesOf(all)
  const faults: string[] = []
  for (const [name, type] of typesOf(ours)) {
    const other = joined.get(name)
    if (!other) {
      faults.push(`${name} of the hub would be gone.`)
      continue
    }
    if (type.kind === Kind.SCALAR_TYPE_DEFINITION && other.kind === type.kind) continue
    faults.push(...changes(type, other), ...entries(type, other, graphs))
  }
  return faults
}

/** What is not as it was: a field, argument, value or interface of the hub. New fields of object types are the guests' to add. */
function changes(type: TypeDefinitionNode, other: TypeDefinitionNode): string[] {
  const name = type.name.value
  const changed = `${name} is a type of the hub and would be changed: another subgraph may only add fields of its own to it.`
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION || other.kind !== Kind.OBJECT_TYPE_DEFINITION)
    return plain(type) === plain(other) ? [] : [changed]
  const found = new Map((other.fields ?? []).map((field) => [field.name.value, field]))
  const faults: string[] = []
  for (const field of type.fields ?? []) {
    const now = found.get(field.name.value)
    if (!now || plain(field) !== plain(now)) faults.push(`${name}.${field.name.value} of the hub would be changed.`)
  }
  const without = { ...type, fields: [] }
  if (plain(without) !== plain({ ...other, fields: [] })) faults.push(changed)
  return faults
}

/** Where a guest gets a say in something of the hub: only beside an entity's id. */
function entries(type: TypeDefinitionNode, other: TypeDefinitionNode, graphs: ReadonlySet<string>): string[] {
  const name = type.name.value
  const faults: string[] = []
  const here = (other.directives ?? []).filter((one) => one.name.value === 'join__type' && graphs.has(graphOf(one)))
  if (here.length === 0) return faults
  if (other.kind !== Kind.OBJECT_TYPE_DEFINITION || type.kind !== Kind.OBJECT_TYPE_DEFINITION)
    return [`${name} is a type of the hub: another subgraph uses a name of its own.`]
  if (!ROOTS.has(name))
    for (const joining of here) {
      const key = textIn(joining, 'key')
      if (key === undefined) faults.push(`${name} is a type of the hub: another subgraph uses a name of its own.`)
      else if (key.trim() !== KEY)
        faults.push(
          `${name} may only be known by @key(fields: "${KEY}"), not by "${key}": what a key holds is handed over.`,
        )
    }
  const fields = new Map((other.fields ?? []).map((field) => [field.name.value, field]))
  for (const { name: own } of type.fields ?? []) {
    const field = fields.get(own.value)
    if (!field || (own.value === KEY && !ROOTS.has(name))) continue
    if (isOf(field, graphs))
      faults.push(
        `${name}.${own.value} is a field of the hub: another subgraph may not define, override, require or provide it.`,
      )
  }
  return faults
}

/** A field without a word about graphs is of every graph that has its type. */
function isOf(field: FieldDefinitionNode, graphs: ReadonlySet<string>): boolean {
  const joins = (field.directives ?? []).filter((one) => one.name.value === 'join__field')
  return joins.length === 0 || joins.some((one) => graphs.has(graphOf(one)))
}

function graphOf({ arguments: given = [] }: ConstDirectiveNode): string {
  const graph = given.find((one) => one.name.value === 'graph')?.value
  return graph?.kind === Kind.ENUM ? graph.value : ''
}

function textIn({ arguments: given = [] }: ConstDirectiveNode, name: string): string | undefined {
  const value = given.find((one) => one.name.value === name)?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}

/** The names that composition gave to the guests' graphs. */
function graphsOf(supergraph: string, guests: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...graphAddresses(supergraph)].flatMap(([name, { value }]) => (guests.has(name) ? [value] : [])))
}

/** The graphs in a supergraph by their names, with the address that it has for each. */
export function graphAddresses(supergraph: string): Map<string, { value: string; url: string }> {
  const found = new Map<string, { value: string; url: string }>()
  for (const definition of parse(supergraph, { noLocation: true }).definitions)
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph')
      for (const { name, directives = [] } of definition.values ?? [])
        for (const one of directives)
          found.set(textIn(one, 'name') ?? '', { value: name.value, url: textIn(one, 'url') ?? '' })
  return found
}

function typesOf(supergraph: string): Map<string, TypeDefinitionNode> {
  const { definitions } = parse(supergraph, { noLocation: true })
  const isType = (one: DefinitionNode): one is TypeDefinitionNode =>
    one.kind.endsWith('TypeDefinition') && !/^(join|link|core)__/.test((one as TypeDefinitionNode).name.value)
  return new Map(definitions.filter(isType).map((one) => [one.name.value, one]))
}

/** As users of the graph see it, its words left out: who describes a thing changes nothing about it. */
function plain(node: TypeDefinitionNode | FieldDefinitionNode): string {
  const bare = visit(node, {
    enter(each) {
      const described = 'description' in each ? { ...each, description: undefined } : each
      if (!('directives' in described)) return described
      const directives = (described.directives as readonly ConstDirectiveNode[] | undefined)?.filter(
        (one) => !one.name.value.startsWith('join__'),
      )
      return { ...described, directives: directives ?? [] }
    },
  }) as TypeDefinitionNode
  return stripIgnoredCharacters(print(bare) || ' ')
}
