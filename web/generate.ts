/**
 * Prints the types of the pages' questions from the public graph: `x.graphql.ts` beside each `x.graphql`, and `graphql/schema.ts` with the
 * enumerations and inputs. `--check` writes nothing and fails when something is out of date (`npm run check` calls it so).
 */
import { codegen } from '@graphql-codegen/core'
import * as typedDocument from '@graphql-codegen/typed-document-node'
import * as schemaTypes from '@graphql-codegen/typescript'
import * as operationTypes from '@graphql-codegen/typescript-operations'
import { buildSchema, parse, validate, NoUnusedFragmentsRule, specifiedRules } from 'graphql'
import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const web = import.meta.dirname
// The printer of imports counts from where it is run.
process.chdir(web)
const sdl = readFileSync(join(dirname(web), 'gateway', 'schema.graphql'), 'utf8')
const schema = buildSchema(sdl)
const common = {
  scalars: { Date: 'string', DateTime: 'string', ID: 'string' },
  useTypeImports: true,
  enumsAsTypes: true,
  skipTypename: true,
  avoidOptionals: { field: true, inputValue: false },
}

async function printSchema(): Promise<string> {
  return codegen({
    filename: 'schema.ts',
    schema: parse(sdl),
    documents: [],
    config: common,
    plugins: [{ typescript: { onlyEnums: false, ...common } }],
    pluginMap: { typescript: schemaTypes },
  })
}

async function printOperations(file: string, text: string): Promise<string> {
  const document = parse(text)
  const faults = validate(
    schema,
    document,
    specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule),
  )
  if (faults.length > 0) throw new Error(`${file}: ${faults.map(({ message }) => message).join(' ')}`)
  const config = {
    ...common,
    onlyOperationTypes: true,
    inlineFragmentTypes: 'combine',
    importSchemaTypesFrom: join(web, 'graphql', 'schema.ts'),
    emitLegacyCommonJSImports: false,
    importExtension: '.ts',
    documentMode: 'graphQLTag',
    gqlImport: 'urql#gql',
    documentVariableSuffix: '',
    pureMagicComment: true,
    dedupeFragments: true,
  }
  const printed = await codegen({
    filename: `${file}.ts`,
    schema: parse(sdl),
    documents: [{ location: file, document }],
    config,
    plugins: [{ operations: config }, { documents: config }],
    pluginMap: { operations: operationTypes, documents: typedDocument },
  })
  return printed.replace("from '@graphql-typed-document-node/core'", "from 'urql'")
}

/** The questions that a page asks before it can work out their names (`parts/first.ts`): the name of each. */
async function printFirst(): Promise<string> {
  const { formatDocument, gql, stringifyDocument } = await import('@urql/core')
  const questions = { WHO_AM_I: 'graphql/viewer.graphql', MY_DOSSIER_AT_A_GLANCE: 'pages/student/my-dossier.graphql' }
  return Object.entries(questions)
    .map(([constant, file]) => {
      const text = stringifyDocument(formatDocument(gql(readFileSync(join(web, file), 'utf8'))))
      const name = createHash('sha256').update(text).digest('hex')
      return `export const ${constant} = 'sha256:${name}'\n`
    })
    .join('')
}

const wanted = new Map<string, string>([['graphql/schema.ts', await printSchema()]])
for (const file of globSync('{graphql,pages,parts,editor}/**/*.graphql', { cwd: web }).sort())
  wanted.set(`${file}.ts`, await printOperations(file, readFileSync(join(web, file), 'utf8')))

wanted.set('graphql/first.ts', await printFirst())

const check = process.argv.includes('--check')
const stale: string[] = []
for (const [file, text] of wanted) {
  const path = join(web, file)
  const printed = `// Printed by generate.ts; do not edit.\n${text}`
  const there = globSync(file, { cwd: web }).length > 0 ? readFileSync(path, 'utf8') : ''
  if (there === printed) continue
  stale.push(relative(dirname(web), path))
  if (!check) writeFileSync(path, printed)
}
if (check && stale.length > 0) {
  process.stderr.write(`Out of date, run "npm run pages:types": ${stale.join(', ')}\n`)
  process.exitCode = 1
}
