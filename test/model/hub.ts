/** The real hub as the model test asks it: through the graph of the gateway, and through the referee. */
import type { OpenConsent } from '@doorstroomhub/consent/main.ts'
import { FIELD_GROUPS, type FieldGroup, type Purpose } from '@doorstroomhub/consent/rules/words.ts'
import { parse, type DocumentNode } from 'graphql'
import type { World } from '../world.ts'
import { asking, type Person } from './people.ts'
import { IS_WHOLE } from '../world/tables.ts'

export interface GraphAnswer {
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it asked for
  data: any
  /** The code of the first error, and all of them by path. */
  code: string | undefined
  codes: Map<string, string>
  text: string
}

const documents = new Map<string, DocumentNode>()

/** One operation through the gateway's engine, as the hub runs it after the door. */
export async function ask(
  { hub }: Pick<World, 'hub'>,
  person: Person,
  purpose: Purpose | null,
  text: string,
  variables: Record<string, unknown>,
): Promise<GraphAnswer> {
  let document = documents.get(text)
  if (!document) documents.set(text, (document = parse(text)))
  const answer = await hub.engine.execute({ document, variables, asking: asking(person, purpose) })
  if (Symbol.asyncIterator in answer) throw new Error('a stream was not asked for')
  const { data = null, errors = [] } = answer
  const codes = errors.map(({ path, extensions }) => [(path ?? []).join('.'), String(extensions?.['code'])] as const)
  return { data, code: codes[0]?.[1], codes: new Map(codes.toReversed()), text: JSON.stringify(errors) }
}

/** One mutation by its name. */
export async function mutate(
  world: Pick<World, 'hub'>,
  person: Person,
  mutation: string,
  input: Record<string, unknown>,
  { shown = '{ __typename }', purpose = null }: { shown?: string; purpose?: Purpose | null } = {},
): Promise<GraphAnswer> {
  const type = world.hub.engine.schema.getMutationType()?.getFields()[mutation]?.args[0]?.type
  const text = `mutation ($input: ${String(type)}) { ${mutation}(input: $input) ${shown} }`
  return ask(world, person, purpose, text, { input })
}

const consentOf = ({ hub }: Pick<World, 'hub'>): OpenConsent =>
  hub.subgraphs.find(({ name }) => name === 'consent') as OpenConsent

/** What the referee says of every group of one dossier; null when the dossier is not the person's business. */
export async function judged(
  world: Pick<World, 'hub'>,
  person: Person,
  purpose: Purpose | null,
  dossierId: string,
): Promise<Map<FieldGroup, Record<string, unknown>> | null> {
  const [judgement] = await consentOf(world).judge(asking(person, purpose), 'model', [
    { dossierId, groups: FIELD_GROUPS },
  ])
  if (!judgement?.related) return null
  return new Map(
    FIELD_GROUPS.flatMap((group) => {
      const one = judgement.groups[group]
      if (!one?.allowed) return []
      const { basis, leftOut, facts } = one
      return [[group, { basis, leftOut: [...leftOut], detail: facts['detail'], sections: facts['sections'] }]]
    }),
  )
}

/** Counts and newest row versions of all that belongs to a dossier, and of the agreements: equal when nothing changed. */
export async function fingerprint(world: Pick<World, 'database'>, dossierId: string): Promise<string> {
  const { sql } = world.database
  const query = fingerprints.get(world.database) ?? (await prepareFingerprint(sql))
  fingerprints.set(world.database, query)
  const rows = await sql(query, [dossierId])
  return JSON.stringify(rows)
}

const fingerprints = new WeakMap<object, string>()

async function prepareFingerprint(sql: World['database']['sql']): Promise<string> {
  const tables = await sql<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.columns
      where column_name = 'dossier_id' and table_schema in
        ('consent', 'person', 'support_needs', 'career_portfolio', 'intake_preparation')
        and table_name <> 'read_log' and ${IS_WHOLE} order by 1`,
  )
  const one = (name: string, where: string) =>
    `select '${name}' as name, count(*) as rows, max(xmin::text::bigint) as newest from ${name} where ${where}`
  return [
    one('consent.dossier', 'id = $1::uuid'),
    one('consent.approval', 'consent_id in (select id from consent.consent where dossier_id = $1::uuid)'),
    one(
      'consent.application_message',
      'application_id in (select id from consent.application where dossier_id = $1::uuid)',
    ),
    ...tables.map(({ name }) => one(name, 'dossier_id = $1::uuid')),
    one('consent.agreement', 'true'),
  ].join(' union all ')
}
