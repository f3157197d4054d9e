import { parse, type DocumentNode } from 'graphql'
import type { Purpose } from '@doorstroomhub/consent/rules/words.ts'
import { asking } from '../model/people.ts'
import type { World } from '../world.ts'
import { IS_WHOLE } from '../world/tables.ts'

/** What came back of a mutation that may fail. */
export interface Attempt {
  code: string | undefined
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it asked for
  data: any
  text: string
}

const documents = new Map<string, DocumentNode>()
function parsed(text: string): DocumentNode {
  let document = documents.get(text)
  if (!document) documents.set(text, (document = parse(text)))
  return document
}

async function run(
  world: World,
  name: string | null,
  purpose: Purpose | null,
  text: string,
  variables: object,
): Promise<Attempt> {
  const asked =
    name === null
      ? { viewer: null, purpose, requestId: 'nobody', language: 'en' as const }
      : asking({ name, viewer: world.viewer(name) }, purpose)
  const answer = await world.hub.engine.execute({
    document: parsed(text),
    variables: variables as Record<string, unknown>,
    asking: asked,
  })
  if (Symbol.asyncIterator in answer) throw new Error('a stream was not asked for')
  const [error] = answer.errors ?? []
  return {
    code: error && String(error.extensions?.['code']),
    data: answer.data ?? null,
    text: JSON.stringify(answer.errors ?? []).slice(0, 500),
  }
}

/** A query that has to succeed. */
export async function asked(world: World, name: string, text: string, variables: object) {
  const answer = await run(world, name, null, text, variables)
  if (answer.code) throw new Error(`${name} cannot ask: ${answer.text}`)
  return answer.data
}

/** A mutation by its name; null is somebody who did not sign in. */
export function attempt(
  world: World,
  name: string | null,
  mutation: string,
  input: unknown,
  { shown = '{ __typename }', purpose = null }: { shown?: string; purpose?: Purpose | null } = {},
): Promise<Attempt> {
  const type = world.hub.engine.schema.getMutationType()?.getFields()[mutation]?.args[0]?.type
  return run(world, name, purpose, `mutation ($input: ${String(type)}) { ${mutation}(input: $input) ${shown} }`, {
    input,
  })
}

/** A mutation that has to succeed. */
export async function done(world: World, name: string, mutation: string, input: unknown, shown?: string) {
  const answer = await attempt(world, name, mutation, input, shown === undefined ? {} : { shown })
  if (answer.code) throw new Error(`${name} may not ${mutation}: ${answer.text}`)
  return answer.data[mutation]
}

/** Rows of every table that a mutation could write: how many, and the newest version of them. */
export async function allRows({ database }: World): Promise<Map<string, string>> {
  const tables = await database.sql<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and ${IS_WHOLE} and table_schema in
        ('consent', 'person', 'support_needs', 'career_portfolio', 'intake_preparation')
        and table_name not in ('read_log', 'invitation_attempt', 'migrations', 'region_delta', 'region_count', 'region_week', 'region_published',
          'webhook_delivery')`,
  )
  const rows = await database.sql<{ name: string; rows: string; newest: string }>(
    tables
      .map(({ name }) => `select '${name}' as name, count(*) as rows, max(xmin::text::bigint) as newest from ${name}`)
      .join(' union all '),
  )
  return new Map(rows.map(({ name, rows: count, newest }) => [name, `${count} rows, newest ${newest}`]))
}
