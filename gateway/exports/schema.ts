import {
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { EXPORT_VERSION } from './envelope.ts'
import { readLog, sharedPart, wholeDossier } from './questions.ts'

type JsonSchema = Record<string, unknown>

const LEAVES: Readonly<Record<string, JsonSchema>> = {
  ID: { type: 'string' },
  String: { type: 'string' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  Date: { type: 'string', format: 'date' },
  DateTime: { type: 'string', format: 'date-time' },
}

/** The JSON Schema of what one question of an export brings, made from the question and the graph, descriptions included. */
function schemaOf(question: string, graph: GraphQLSchema): JsonSchema {
  const document = parse(question)
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  const [operation] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('An export asks a query.')
  return ofObject(graph.getQueryType()!, operation.selectionSet)

  function fieldsOf(type: GraphQLObjectType, { selections }: SelectionSetNode): [string, JsonSchema][] {
    return selections.flatMap((each): [string, JsonSchema][] => {
      if (each.kind === Kind.FRAGMENT_SPREAD) return fieldsOf(type, fragments.get(each.name.value)!.selectionSet)
      if (each.kind === Kind.INLINE_FRAGMENT) return fieldsOf(type, each.selectionSet)
      const field = type.getFields()[each.name.value]
      if (!field) throw new Error(`${type.name} has no ${each.name.value}.`)
      const description = field.description ? { description: field.description.replaceAll('\n', ' ') } : {}
      return [[each.name.value, { ...description, ...ofType(field.type, each.selectionSet) }]]
    })
  }

  function ofObject(type: GraphQLObjectType, selection: SelectionSetNode): JsonSchema {
    const properties = Object.fromEntries(fieldsOf(type, selection))
    return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
  }

  function ofType(type: GraphQLOutputType, selection: SelectionSetNode | undefined): JsonSchema {
    if (!isNonNullType(type)) return nullable(strict(type, selection))
    return strict(type.ofType, selection)
  }

  function strict(type: GraphQLOutputType, selection: SelectionSetNode | undefined): JsonSchema {
    if (isListType(type)) return { type: 'array', items: ofType(type.ofType, selection) }
    if (isObjectType(type)) return ofObject(type, selection!)
    if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) }
    const leaf = LEAVES[String(type)]
    if (!leaf) throw new Error(`No JSON form is known of ${String(type)}.`)
    return leaf
  }
}

function nullable(schema: JsonSchema): JsonSchema {
  const { enum: values } = schema
  return { ...schema, type: [schema['type'], 'null'], ...(Array.isArray(values) ? { enum: [...values, null] } : {}) }
}

type Properties = Record<string, { properties: Properties; items: JsonSchema } & JsonSchema>
const dossierIn = (schema: JsonSchema): JsonSchema & { properties: Properties } => {
  const dossier = (schema['properties'] as Properties)['dossier']!
  return { ...dossier, type: 'object' }
}

/** The documented form of `/export/dossier/<id>.json` and `/export/shared/<id>.json`, as docs/export-schema.json prints it. */
export function exportSchema(graph: GraphQLSchema): JsonSchema {
  const whole = dossierIn(schemaOf(wholeDossier, graph))
  const shared = dossierIn(schemaOf(sharedPart, graph))
  // In the shared part the preparation is its last frozen version, or null when there is none.
  const application = shared.properties['applications']!.items as { properties: Properties }
  const { versions } = application.properties['intakePreparation']!.properties
  application.properties['intakePreparation'] = nullable({
    ...versions!.items,
    description: 'The intake preparation as it was last frozen; null while nothing is frozen or open.',
  }) as Properties[string]
  const log = dossierIn(schemaOf(readLog, graph)).properties['readLog']!
  const entry = log.properties['edges']!.items['properties'] as Properties
  const common = {
    format: { const: 'doorstroomhub-export' },
    version: { const: EXPORT_VERSION },
    made: {
      type: 'object',
      description: 'For whom this was made, when, what for, and by which hub: its watermark.',
      properties: {
        at: { type: 'string', format: 'date-time' },
        for: {
          type: 'object',
          properties: {
            name: { type: 'string' },
            role: { type: 'string' },
            organisation: {
              type: ['object', 'null'],
              properties: { brin: { type: ['string', 'null'] }, name: { type: 'string' } },
              required: ['brin', 'name'],
              additionalProperties: false,
            },
          },
          required: ['name', 'role', 'organisation'],
          additionalProperties: false,
        },
        purpose: { type: ['string', 'null'] },
        from: { type: 'string', format: 'uri' },
      },
      required: ['at', 'for', 'purpose', 'from'],
      additionalProperties: false,
    },
  }
  const variant = (kind: string, properties: JsonSchema, required: string[]): JsonSchema => ({
    type: 'object',
    properties: { ...common, kind: { const: kind }, ...properties },
    required: [...Object.keys(common), 'kind', ...required],
    additionalProperties: false,
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:doorstroomhub:export:${EXPORT_VERSION}`,
    title: 'A dossier, as it leaves the hub',
    description:
      'kind "dossier": everything that its reader may see, for the student with the log of who looked. kind "shared": what is shared with one institution for one purpose. What is null is empty or closed to the reader; an institution cannot tell which.',
    oneOf: [
      variant(
        'dossier',
        {
          dossier: whole,
          closed: {
            type: 'array',
            items: { type: 'string' },
            description: 'Fields of the dossier that are closed to this reader; not in the export of an institution.',
          },
          readLog: {
            type: 'array',
            description: `${String(log['description'])} Not in the export of others.`,
            items: entry['node'],
          },
        },
        ['dossier'],
      ),
      variant('shared', { dossier: shared }, ['dossier']),
    ],
  }
}
