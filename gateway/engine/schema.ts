import {
  buildASTSchema,
  isScalarType,
  Kind,
  parse,
  valueFromASTUntyped,
  type DefinitionNode,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql'

const SPECIFIED_SCALARS = new Set(['Boolean', 'Float', 'ID', 'Int', 'String'])
const SPECIFIED_DIRECTIVES = new Set(['skip', 'include', 'deprecated', 'specifiedBy', 'oneOf'])

/** The graph as its users see it, from the planner's consumer schema, without what graphql-js adds by itself. */
export function publicSchema(consumerSdl: string, scalars: readonly GraphQLScalarType[]): GraphQLSchema {
  const { definitions } = parse(consumerSdl, { noLocation: true })
  const own = definitions.filter((each) => !isSpecified(each)).map(withoutIntrospection)
  const schema = buildASTSchema({ kind: Kind.DOCUMENT, definitions: own }, { assumeValidSDL: true })
  for (const scalar of scalars) {
    const type = schema.getType(scalar.name)
    if (isScalarType(type)) checkWith(scalar, type)
  }
  return schema
}

/** Lets a scalar refuse input at the door. What passes goes on as it was written, for the subgraph reads it itself. */
function checkWith(scalar: GraphQLScalarType, type: GraphQLScalarType): void {
  type.parseValue = (value) => {
    scalar.parseValue(value)
    return value
  }
  type.parseLiteral = (node, variables) => {
    scalar.parseLiteral(node, variables)
    return valueFromASTUntyped(node, variables)
  }
}

function isSpecified(definition: DefinitionNode): boolean {
  if (!('name' in definition) || !definition.name) return false
  const name = definition.name.value
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return SPECIFIED_DIRECTIVES.has(name)
  return name.startsWith('__') || (definition.kind === Kind.SCALAR_TYPE_DEFINITION && SPECIFIED_SCALARS.has(name))
}

function withoutIntrospection(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition
  return { ...definition, fields: definition.fields?.filter(({ name }) => !name.value.startsWith('__')) }
}
