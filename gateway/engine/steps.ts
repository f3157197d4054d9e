import type { BatchFetchNode, FetchNode, FlattenNode, InputRewrite, PlanNode } from '@graphql-hive/router-query-planner'
import {
  parse,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLError,
  type SelectionSetNode,
} from 'graphql'
import { compileGather, compileRepresent, mergeEntities, nothingGathered, type Gathered } from './entities.ts'
import { isData, merge, type Data } from './merge.ts'
import { pathArray } from './path.ts'
import { compileRewrites } from './rewrites.ts'
import type { ExecuteSubgraph, Run, Step, SubgraphAnswer } from './run.ts'
import type { Fits } from './types.ts'

/** A plan turned into functions once, so that an operation that comes back costs no more than its own work. */
export interface CompiledPlan {
  /** Set for a subscription: opens the stream of its events. */
  open: ((run: Run) => Promise<SubgraphAnswer>) | undefined
  /** What is to be done for a query, a mutation, or for each event of a subscription. */
  step: Step
}

export interface Workshop {
  execute: ExecuteSubgraph
  fits: Fits
}

/** Compiles what the planner made; throws on a kind of node that this engine does not know. */
export function compilePlan(node: PlanNode | undefined, workshop: Workshop): CompiledPlan {
  if (node === undefined) return { open: undefined, step: nothing }
  if (node.kind === 'Subscription') return { open: opening(node.primary, workshop), step: nothing }
  if (node.kind === 'Sequence' && node.nodes[0]?.kind === 'Subscription') {
    const rest = node.nodes.slice(1).map((each) => compile(each, workshop))
    return { open: opening(node.nodes[0].primary, workshop), step: sequence(rest) }
  }
  return { open: undefined, step: compile(node, workshop) }
}

const nothing: Step = () => undefined

function compile(node: PlanNode, workshop: Workshop): Step {
  switch (node.kind) {
    case 'Sequence':
      return sequence(node.nodes.map((each) => compile(each, workshop)))
    case 'Parallel':
      return parallel(node.nodes.map((each) => compile(each, workshop)))
    case 'Fetch':
      return fetchRoot(node, workshop)
    case 'Flatten':
      return flatten(node, workshop)
    case 'BatchFetch':
      return fetchBatch(node, workshop)
    default:
      throw new Error(`The plan holds a ${node.kind} node, which this engine does not carry out.`)
  }
}

function sequence(steps: readonly Step[]): Step {
  if (steps.length === 1) return steps[0]!
  return async (run) => {
    for (const step of steps) {
      const pending = step(run)
      if (pending !== undefined) await pending
    }
  }
}

function parallel(steps: readonly Step[]): Step {
  return (run) => {
    const pending = steps.map((step) => step(run)).filter((each) => each !== undefined)
    return pending.length === 0 ? undefined : Promise.all(pending).then(() => undefined)
  }
}

/** What every kind of fetch has: its subgraph, its document parsed once, and how its error paths are put right. */
function compileCall(node: FetchNode | BatchFetchNode, workshop: Workshop) {
  const document: DocumentNode = parse(node.operation, { noLocation: true })
  const usages = node.variableUsages ?? []
  const { serviceName: subgraph, operationName } = node
  const pick = (run: Run): Data | undefined => {
    if (usages.length === 0) return undefined
    const picked: Data = {}
    for (const name of usages) if (name in run.variables) picked[name] = run.variables[name]
    return picked
  }
  const call = async (run: Run, variables: Data | undefined): Promise<SubgraphAnswer> =>
    workshop.execute(subgraph, { document, variables, operationName, asking: run.asking, signal: run.signal })
  return { document, subgraph, pick, call }
}

function opening(node: FetchNode, workshop: Workshop) {
  const { pick, call } = compileCall(node, workshop)
  return (run: Run) => call(run, pick(run))
}

/** One answer, never a stream: a subgraph that gives anything else has failed. */
async function single(answer: Promise<SubgraphAnswer>): Promise<ExecutionResult> {
  const result = await answer
  if (Symbol.asyncIterator in result) throw new Error('A subgraph answered a query with a stream.')
  return result
}

function fetchRoot(node: FetchNode, workshop: Workshop): Step {
  const { document, subgraph, pick, call } = compileCall(node, workshop)
  const rewrite = compileRewrites(node.outputRewrites, workshop.fits)
  const renamed = renames(node.outputRewrites)
  const keys = rootFields(document).map((field) => renamed.get(keyOf(field)) ?? keyOf(field))
  return async (run) => {
    let result: ExecutionResult
    try {
      result = await single(call(run, pick(run)))
    } catch (error) {
      for (const key of keys) run.errors.push({ error, path: [key], subgraph })
      return
    }
    for (const error of result.errors ?? []) {
      if (error.path !== undefined) run.errors.push({ error, path: renamePath(error.path, renamed), subgraph })
      else for (const key of keys) run.errors.push({ error, path: [key], subgraph })
    }
    const data = rewrite ? rewrite(result.data) : result.data
    if (isData(data)) merge(run.data, data)
    else if (result.errors?.length) for (const key of keys) (run.gone ??= new Set()).add(key)
  }
}

function flatten({ path, node }: FlattenNode, workshop: Workshop): Step {
  if (node.kind !== 'Fetch')
    throw new Error(`The plan flattens a ${node.kind} node, which this engine does not carry out.`)
  const { document, subgraph, pick, call } = compileCall(node, workshop)
  const gather = compileGather(path, representation(node.requires, node.inputRewrites, workshop.fits), workshop.fits)
  const rewrite = compileRewrites(node.outputRewrites, workshop.fits)
  const renamed = renames(node.outputRewrites)
  const fields = entityKeys(rootFields(document)[0], document, renamed)
  return (run) => {
    const gathered = nothingGathered()
    gather(run.data, gathered, new Map())
    if (gathered.representations.length === 0) return undefined
    return entityFetch(run, gathered)
  }
  async function entityFetch(run: Run, gathered: Gathered): Promise<void> {
    const variables: Data = { ...pick(run), representations: gathered.representations }
    let result: ExecutionResult
    try {
      result = await single(call(run, variables))
    } catch (error) {
      return placeErrors(run, [{ error }], [gathered], fields, subgraph, renamed)
    }
    if (result.errors) {
      const found = result.errors.map((error) => ({ error, path: error.path }))
      placeErrors(run, found, [gathered], fields, subgraph, renamed)
    }
    const data = rewrite ? rewrite(result.data) : result.data
    if (isData(data)) mergeEntities(data['_entities'], gathered)
  }
}

function fetchBatch(node: BatchFetchNode, workshop: Workshop): Step {
  const { document, subgraph, pick, call } = compileCall(node, workshop)
  const { fits } = workshop
  const aliases = node.entityBatch.aliases.map((alias) => {
    const represent = representation(alias.requires, alias.inputRewrites, fits)
    const renamed = renames(alias.outputRewrites)
    const entities = rootFields(document).find((field) => keyOf(field) === alias.alias)
    return {
      name: alias.alias,
      variable: alias.representationsVariableName,
      gathers: alias.paths.map((path) => compileGather(path, represent, fits)),
      rewrite: compileRewrites(alias.outputRewrites, fits),
      renamed,
      fields: entityKeys(entities, document, renamed),
    }
  })
  return (run) => {
    const representations = new Map<string, { list: Data[]; seen: Map<string, number> }>()
    const gathered = aliases.map(({ variable, gathers }) => {
      let shared = representations.get(variable)
      if (!shared) representations.set(variable, (shared = { list: [], seen: new Map() }))
      const into: Gathered = { ...nothingGathered(), representations: shared.list }
      for (const gather of gathers) gather(run.data, into, shared.seen)
      return into
    })
    if (gathered.every(({ targets }) => targets.length === 0)) return undefined
    const variables = pick(run) ?? {}
    for (const [variable, { list }] of representations) variables[variable] = list
    return batchFetch(run, gathered, variables)
  }
  async function batchFetch(run: Run, gathered: Gathered[], variables: Data): Promise<void> {
    let result: ExecutionResult
    try {
      result = await single(call(run, variables))
    } catch (error) {
      aliases.forEach(({ fields, renamed }, at) =>
        placeErrors(run, [{ error }], [gathered[at]!], fields, subgraph, renamed),
      )
      return
    }
    for (const error of result.errors ?? []) {
      aliases.forEach(({ name, fields, renamed }, at) => {
        if (error.path !== undefined && error.path[0] !== name) return
        placeErrors(run, [{ error, path: error.path }], [gathered[at]!], fields, subgraph, renamed)
      })
    }
    if (!isData(result.data)) return
    for (const [at, { name, rewrite }] of aliases.entries()) {
      const answered = result.data[name]
      mergeEntities(rewrite ? rewrite(answered) : answered, gathered[at]!)
    }
  }
}

function representation(requires: FetchNode['requires'], rewrites: InputRewrite[] | undefined, fits: Fits) {
  const represent = compileRepresent(requires, fits)
  const rewrite = compileRewrites(rewrites, fits)
  if (rewrite === undefined) return represent
  return (entity: Data) => {
    const made = represent(entity)
    return made === undefined ? undefined : (rewrite(made) as Data)
  }
}

/**
 * Gives each error of an entity fetch its place in the whole answer. An error that names no field counts for every field
 * that this fetch was to fill, since each of these is now null because of it.
 */
function placeErrors(
  run: Run,
  errors: readonly { error: unknown; path?: GraphQLError['path'] }[],
  places: readonly Gathered[],
  fields: readonly string[],
  subgraph: string,
  renamed: ReadonlyMap<string, string>,
): void {
  for (const { error, path } of errors) {
    const entity = path?.[1]
    const tail = path === undefined ? [] : renamePath(path.slice(2), renamed)
    for (const { paths, order } of places) {
      for (let index = 0; index < paths.length; index++) {
        if (typeof entity === 'number' && order[index] !== entity) continue
        const at = pathArray(paths[index])
        if (tail.length > 0) run.errors.push({ error, path: [...at, ...tail], subgraph })
        else for (const field of fields) run.errors.push({ error, path: [...at, field], subgraph })
      }
    }
  }
}

/** The fields of a selection, those in fragments included, without `__typename`. */
function fieldsOf({ selections }: SelectionSetNode, document: DocumentNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'Field') return selection.name.value === '__typename' ? [] : [selection]
    if (selection.kind === 'InlineFragment') return fieldsOf(selection.selectionSet, document)
    for (const definition of document.definitions)
      if (definition.kind === 'FragmentDefinition' && definition.name.value === selection.name.value)
        return fieldsOf(definition.selectionSet, document)
    return []
  })
}

function rootFields(document: DocumentNode): FieldNode[] {
  for (const definition of document.definitions)
    if (definition.kind === 'OperationDefinition') return fieldsOf(definition.selectionSet, document)
  throw new Error('The plan holds a document without an operation.')
}

const keyOf = (field: FieldNode): string => field.alias?.value ?? field.name.value

/** What an `_entities` selection asks of each entity, by the keys in the answer. */
function entityKeys(
  entities: FieldNode | undefined,
  document: DocumentNode,
  renamed: ReadonlyMap<string, string>,
): string[] {
  const fields = entities?.selectionSet ? fieldsOf(entities.selectionSet, document) : []
  return [...new Set(fields.map(keyOf).map((key) => renamed.get(key) ?? key))]
}

function renames(rewrites: InputRewrite[] | undefined): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const rewrite of rewrites ?? []) {
    if (!('KeyRenamer' in rewrite)) continue
    const last = rewrite.KeyRenamer.path.at(-1)
    if (last && 'Key' in last) map.set(last.Key, rewrite.KeyRenamer.renameKeyTo)
  }
  return map
}

const renamePath = (path: readonly (string | number)[], renamed: ReadonlyMap<string, string>): (string | number)[] =>
  renamed.size === 0 ? path.slice() : path.map((key) => (typeof key === 'string' ? (renamed.get(key) ?? key) : key))
