import {
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'

const oneLine = (text: string | null | undefined): string =>
  (text ?? '').replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')

const anchor = (name: string): string => name.toLowerCase()

/** `[Dossier!]!` with a link to the type in it. */
function typeText(type: { toString(): string }): string {
  const text = type.toString()
  const name = text.replaceAll(/[[\]!]/g, '')
  return ['ID', 'String', 'Int', 'Float', 'Boolean'].includes(name) ? `\`${text}\`` : `[\`${text}\`](#${anchor(name)})`
}

const deprecated = ({ deprecationReason }: { deprecationReason?: string | null | undefined }): string =>
  deprecationReason ? ` **Deprecated:** ${oneLine(deprecationReason)}` : ''

const argument = ({ name, type, defaultValue, description }: GraphQLArgument): string =>
  `\`${name}\` ${typeText(type)}${defaultValue === undefined ? '' : ` = \`${JSON.stringify(defaultValue)}\``}${description ? `: ${oneLine(description)}` : ''}`

function field(each: GraphQLField<unknown, unknown> | GraphQLInputField): string {
  const given = 'args' in each && each.args.length > 0 ? `${each.args.map(argument).join('; ')}` : ''
  return `| \`${each.name}\` | ${typeText(each.type)} | ${given} | ${oneLine(each.description)}${deprecated(each)} |`
}

const TABLE = ['| field | gives | takes | |', '|---|---|---|---|']

function type(each: GraphQLNamedType): string[] {
  const head = ['', `### ${each.name}`, '', ...(each.description ? [oneLine(each.description), ''] : [])]
  if (isObjectType(each) || isInputObjectType(each))
    return [...head, ...TABLE, ...Object.values(each.getFields()).map(field)]
  if (isEnumType(each))
    return [
      ...head,
      ...each.getValues().map(({ name, description, deprecationReason }) => {
        const said = `${oneLine(description)}${deprecated({ deprecationReason })}`
        return `- \`${name}\`${said === '' ? '' : `: ${said}`}`
      }),
    ]
  return head
}

/** The whole graph as a page to read, made from the descriptions in it. */
export function referencePage(schema: GraphQLSchema): string {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  const all = Object.values(schema.getTypeMap())
    .filter(
      (each) => !each.name.startsWith('__') && !isSpecifiedScalarType(each) && !roots.some((root) => root === each),
    )
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const kinds: [string, GraphQLNamedType[]][] = [
    ['Types', all.filter(isObjectType)],
    ['Enums', all.filter(isEnumType)],
    ['Inputs', all.filter(isInputObjectType)],
    ['Scalars', all.filter(isScalarType)],
  ]
  return [
    '# The graph: reference',
    '',
    'Printed by `node gateway/print.ts` from the descriptions in the graph; `npm run check` compares it with the code. What a reader may',
    'not see is null, with an error that says so ([errors](errors-and-limits.md)).',
    ...roots.flatMap((root) =>
      root
        ? [
            '',
            `## ${root.name}`,
            '',
            ...(root.description ? [oneLine(root.description), ''] : []),
            ...TABLE,
            ...Object.values(root.getFields()).map(field),
          ]
        : [],
    ),
    ...kinds.flatMap(([title, types]) => ['', `## ${title}`, ...types.flatMap(type)]),
    '',
  ].join('\n')
}
