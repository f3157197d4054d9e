import { buildSchema, findBreakingChanges, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql'
import { readFile, writeFile } from 'node:fs/promises'

/** The graph as partners last got it in writing. */
export const releasedFile = new URL('../docs/partners/released.graphql', import.meta.url)
const schemaFile = new URL('./schema.graphql', import.meta.url)

/** What a removed field must have said of itself, a year before: the change policy (docs/partners/change-policy.md). */
const GOES = /Goes on (\d{4}-\d{2}-\d{2})\./

/**
 * What in the graph of now would break a question that the released one answers. A field may go when the released graph said so,
 * with the day, and that day has come.
 */
export function breaksOf(released: GraphQLSchema, now: GraphQLSchema, today: string): string[] {
  return findBreakingChanges(released, now)
    .filter(({ type, description }) => !(type === 'FIELD_REMOVED' && wasAnnounced(released, description, today)))
    .map(({ description }) => description)
}

function wasAnnounced(released: GraphQLSchema, description: string, today: string): boolean {
  const [, typeName = '', fieldName = ''] = /^(\w+)\.(\w+) was removed\.$/.exec(description) ?? []
  const type = released.getType(typeName)
  if (!isObjectType(type) && !isInterfaceType(type)) return false
  const day = GOES.exec(type.getFields()[fieldName]?.deprecationReason ?? '')?.[1]
  return day !== undefined && day <= today
}

/** `node gateway/released.ts` makes the printed graph the released one; with `--check` it only looks. A break stops both. */
async function main(): Promise<void> {
  const [released, now] = await Promise.all([releasedFile, schemaFile].map((file) => readFile(file, 'utf8')))
  const breaks = breaksOf(buildSchema(released!), buildSchema(now!), new Date().toISOString().slice(0, 10))
  for (const each of breaks) process.stderr.write(`breaks a partner's question: ${each}\n`)
  if (breaks.length > 0) {
    process.stderr.write('Deprecate first, with "Goes on <day a year from now>." (docs/partners/change-policy.md).\n')
    process.exitCode = 1
  } else if (!process.argv.includes('--check')) await writeFile(releasedFile, now!)
}

if (import.meta.main) await main()
