import { careerPortfolio } from '@doorstroomhub/career-portfolio/main.ts'
import { consent } from '@doorstroomhub/consent/main.ts'
import { accountOf } from '@doorstroomhub/gateway/demo/accounts.ts'
import { datesFrom } from '@doorstroomhub/gateway/demo/world/dates.ts'
import { ten } from '@doorstroomhub/gateway/demo/world/people/ten.ts'
import type { WorldContent, WorldDossier } from '@doorstroomhub/gateway/demo/world/types.ts'
import { memoryBus } from '@doorstroomhub/kit/bus.ts'
import { openEmbedded } from '@doorstroomhub/kit/embedded.ts'
import { DOSSIER_ERASED, type House, type OpenSubgraph } from '@doorstroomhub/kit/subgraph.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import { person } from '@doorstroomhub/person/main.ts'
import { supportNeeds } from '@doorstroomhub/support-needs/main.ts'
import { parse, validate, type ExecutionResult } from 'graphql'
import { inject } from 'vitest'
import { freshPostgreSql } from '../world/postgresql.ts'
import { NOW, NUMBER_KEY, preparedCopy } from '../world/prepared.ts'

type Name = 'consent' | 'person' | 'support-needs' | 'career-portfolio'

export type Ground = 'embedded' | 'postgresql'

/** What came back, short enough to compare. */
export interface Answer {
  data: Record<string, any> // eslint-disable-line typescript/no-explicit-any -- a test reads what it asked for
  /** `CODE` or `CODE field` of each error. */
  errors: string[]
  messages: string[]
}

/** The ten people of the demo and their dossiers, with the real referee, asked subgraph by subgraph. */
export async function contentWorld({ on = 'embedded', counting = false }: { on?: Ground; counting?: boolean } = {}) {
  const prepared = inject('preparedWorld')
  const database =
    on === 'postgresql'
      ? await freshPostgreSql(prepared, counting)
      : await openEmbedded({ copy: await preparedCopy(prepared) }, counting)
  const bus = memoryBus()
  let now = NOW
  const failures: unknown[] = []
  const house = {
    database,
    bus,
    clock: () => now,
    keys: { personalNumber: NUMBER_KEY },
    onError: (error: unknown) => void failures.push(error),
  }
  const nobody = () => Promise.reject(new Error('consent asks nobody'))
  const referee = await consent.open({ ...house, judge: nobody, report: nobody, erased: nobody, talksEnded: nobody })
  let isConsentAway = false
  const reachable = <Answer>(call: () => Promise<Answer>): Promise<Answer> =>
    isConsentAway ? Promise.reject(new Error('consent is away')) : call()
  const content: House = {
    ...house,
    judge: referee.judge,
    report: (report) => reachable(() => referee.report(report)),
    erased: (after) => reachable(() => referee.erased(after)),
    talksEnded: (after) => reachable(() => referee.talksEnded(after)),
  }
  const subgraphs = new Map<string, OpenSubgraph>([['consent', referee]])
  for (const subgraph of [person, supportNeeds, careerPortfolio])
    subgraphs.set(subgraph.name, await subgraph.open(content))

  const people = ten(datesFrom(NOW))
  let requests = 0
  function asking(name: string | null, purpose: string | null): Asking {
    const account = name === null ? null : accountOf(name)
    if (name !== null && !account) throw new Error(`nobody is called ${name}`)
    return {
      viewer: account
        ? {
            subject: account.account,
            name: account.name,
            role: account.role,
            organisation: account.organisation,
            region: account.region,
            municipality: account.municipality,
            scopes: [...account.scopes],
          }
        : null,
      purpose,
      requestId: `request-${++requests}`,
      language: 'nl',
    }
  }

  /** Asks one subgraph as somebody (null: without signing in). */
  async function ask(
    name: string | null,
    subgraph: Name,
    document: string,
    variables: Record<string, unknown> = {},
    purpose: string | null = null,
  ): Promise<Answer> {
    const asked = subgraphs.get(subgraph)
    if (!asked) throw new Error(`no subgraph is called ${subgraph}`)
    const parsed = parse(document)
    // A subgraph believes that its gateway has validated; a test that asks for what is not there must hear it.
    const [mistake] = validate(asked.schema, parsed)
    if (mistake) throw mistake
    const result = (await asked.execute({
      document: parsed,
      variables,
      asking: asking(name, purpose),
    })) as ExecutionResult
    return {
      data: result.data ?? {},
      errors: (result.errors ?? []).map(({ extensions }) =>
        [extensions['code'], extensions['field']].filter(Boolean).join(' '),
      ),
      messages: (result.errors ?? []).map(({ message }) => message),
    }
  }

  return {
    database,
    people,
    failures,
    ask,
    /** One mutation; `shown` is what to select of the answer. */
    act: (
      name: string | null,
      subgraph: Name,
      mutation: string,
      input: object,
      shown = '{ id }',
      purpose: string | null = null,
    ) => {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
      const ofItem = new Set(['contestStudyAdvice'])
      const named = mutation.startsWith('remove') || ofItem.has(mutation) ? 'ItemIdInput' : type
      return ask(
        name,
        subgraph,
        `mutation ($input: ${named}!) { ${mutation}(input: $input) ${shown} }`,
        { input },
        purpose,
      )
    },
    /** What somebody reads of a dossier in one subgraph. */
    async read(
      name: string,
      subgraph: Name,
      dossierId: string,
      fields: string,
      purpose: string | null = null,
    ): Promise<Answer> {
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Dossier { id ${fields} } } }`
      const answer = await ask(name, subgraph, query, { of: [{ __typename: 'Dossier', id: dossierId }] }, purpose)
      return { ...answer, data: answer.data['_entities']?.[0] ?? {} }
    },
    dossier(name: string): WorldDossier & { content: WorldContent } {
      const one = people.find(({ subject }) => subject === name)
      if (!one?.content) throw new Error(`${name} has no dossier`)
      return one as never
    },
    /** All content of a schema, so that a test can say that nothing of it changed: rows and a hash of them by table. */
    async everythingIn(schema: string): Promise<Record<string, string>> {
      const tables = await database.sql<{ name: string }>(
        `select table_name as name from information_schema.tables
          where table_schema = $1 and table_name not in ('migrations', 'erased') order by 1`,
        [schema],
      )
      const found: Record<string, string> = {}
      for (const { name } of tables) {
        const [row] = await database.sql<{ held: string }>(
          `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as held from "${schema}"."${name}" t`,
        )
        found[name] = row?.held ?? ''
      }
      return found
    },
    /** The bus says that something was erased. */
    eraseAgain(): void {
      bus.publish(`${DOSSIER_ERASED}.x`, '')
    },
    /** From now on consent hears nothing (it still judges), or hears again. */
    consentHears(hears: boolean): void {
      isConsentAway = !hears
    },
    /** Time goes on. */
    later(ms: number): void {
      now = new Date(now.getTime() + ms)
    },
    async close(): Promise<void> {
      for (const subgraph of [...subgraphs.values()].reverse()) await subgraph.close()
      await bus.close()
      await database.close()
    },
  }
}

export type ContentWorld = Awaited<ReturnType<typeof contentWorld>>
