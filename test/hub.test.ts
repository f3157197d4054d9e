import type { WorldDossier } from '@doorstroomhub/gateway/demo/world/types.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WHOLE } from './access/ways.ts'
import { withoutIds } from './oracle/questions.ts'
import { bearTwins, emptied } from './oracle/twins.ts'
import { codeAt, post, type Answer } from './world/answer.ts'
import { testServer } from './world/postgresql.ts'
import { world, type Person, type World } from './world.ts'

/** The question of the first page of the README, word for word. */
const LIST =
  '{ dossiers(first: 50) { edges { node { id status identity { surname } accommodations { needs { area } } conditions { name } careerSummary { aboutMe } careerFile { reflections { text } } applications { status } } } } }'

interface Node {
  id: string
  status: string
  identity: { surname: string } | null
  accommodations: { needs: { area: string }[] } | null
  conditions: { name: string }[] | null
  careerSummary: { aboutMe: string } | null
  careerFile: { reflections: { text: string }[] } | null
  applications: { status: string }[]
}

const nodesOf = (answer: Answer): Node[] => (answer.data.dossiers.edges as { node: Node }[]).map(({ node }) => node)

for (const on of ['embedded', 'postgresql'] as const)
  describe.skipIf(on === 'postgresql' && testServer() === null)(`the main job, on ${on}`, () => {
    let here: World
    let marieke: Person
    beforeAll(async () => {
      here = await world({ on, counting: true })
      marieke = here.as('marieke', { purpose: 'INTAKE_TALK' })
    })
    afterAll(async () => {
      await here.close()
      expect(here.log).toEqual([])
    })

    /** Which dossiers have an application at this institution, as the database has it. */
    const appliedAt = async (brin: string): Promise<string[]> => {
      const rows = await here.database.sql<{ id: string }>(
        `select distinct d.id from consent.dossier d join consent.application a on a.dossier_id = d.id
          where a.institution = $1 and d.status <> 'ERASED' order by d.id`,
        [brin],
      )
      return rows.map(({ id }) => id)
    }
    const find = (answer: Answer, student: string): { node: Node; place: string } => {
      const at = nodesOf(answer).findIndex(({ id }) => id === here.ids[student])
      return { node: nodesOf(answer)[at]!, place: `dossiers.edges.${at}.node` }
    }

    test('an intaker gets the students who applied at the institution, and no other', async () => {
      const answer = await marieke.query(LIST)
      expect(answer.status).toBe(200)
      expect(nodesOf(answer).map(({ id }) => id)).toEqual(await appliedAt('01VB'))
      expect(new Set(answer.errors.map(({ code }) => code))).toEqual(new Set(['NOT_AVAILABLE']))
    })
    test('of each exactly what is shared with it for the talk', async () => {
      const answer = await marieke.query(LIST)
      const noor = find(answer, 'noor')
      const told = here.told('noor').content
      expect(noor.node).toEqual({
        id: here.ids['noor'],
        status: 'SHARED',
        identity: { surname: 'Vries' },
        accommodations: { needs: told.support.needs.map(({ area }) => ({ area })) },
        conditions: null,
        careerSummary: { aboutMe: told.careerSummary!.aboutMe },
        careerFile: null,
        applications: [{ status: 'APPLIED' }],
      })
      expect(codeAt(answer, `${noor.place}.conditions`)).toBe('NOT_AVAILABLE')
      const yara = find(answer, 'yara').node
      expect(yara.accommodations?.needs).toHaveLength(here.told('yara').content.support.needs.length - 1)
    })
    test('of a student who is enrolled the condition stays closed', async () => {
      const answer = await marieke.query(LIST)
      const { node, place } = find(answer, 'jay')
      expect(node).toMatchObject({
        status: 'ENROLLED',
        identity: { surname: 'Pinas' },
        conditions: null,
        accommodations: null,
      })
      expect(codeAt(answer, `${place}.conditions`)).toBe('NOT_AVAILABLE')
    })
    test('the whole career file is closed for the talk, to every student', async () => {
      const answer = await marieke.query(LIST)
      for (const [at, node] of nodesOf(answer).entries()) {
        expect(node.careerFile).toBeNull()
        expect(codeAt(answer, `dossiers.edges.${at}.node.careerFile`)).toBe('NOT_AVAILABLE')
      }
    })
    test('who shares nothing is not to be told from who has nothing', async () => {
      const nothing = (twin: WorldDossier): WorldDossier => ({ ...twin, content: emptied(twin.content!) })
      const twins = await bearTwins(here, 'eva', new Map([['has nothing', nothing]]))
      const empty = twins.get('has nothing')!
      const answer = await marieke.query(LIST)
      const eva = find(answer, 'eva')
      const closed = ['identity', 'accommodations', 'conditions', 'careerSummary', 'careerFile'] as const
      for (const field of closed) expect(eva.node[field]).toBeNull()
      const at = nodesOf(answer).findIndex(({ id }) => id === empty.id)
      expect(withoutIds(JSON.stringify(nodesOf(answer)[at]))).toBe(withoutIds(JSON.stringify(eva.node)))
      const errors = (place: string) =>
        answer.errors
          .filter(({ path }) => path.startsWith(`${place}.`))
          .map((error) => ({ ...error, path: error.path.slice(place.length) }))
      expect(errors(`dossiers.edges.${at}.node`)).toEqual(errors(eva.place))
    })
    test('the statutory channel tells the institution not where a student lives or went to school', async () => {
      const question = 'query ($id: ID!) { dossier(id: $id) { applications { messages { recipients } } } }'
      const to = async (person: Person): Promise<string[]> =>
        (await person.query(question, { id: here.ids['eva'] })).data.dossier.applications[0].messages[0].recipients
      expect(await to(marieke)).toEqual([])
      expect(await to(here.as('roc-voorbeeld'))).toEqual([])
      for (const who of ['eva', 'joris', 'zwolle']) expect(await to(here.as(who)), who).toEqual(['00YY', 'GM0193'])
    })
    test('the same question by another institution shows its own view', async () => {
      const answer = await here.as('karim', { purpose: 'INTAKE_TALK' }).query(LIST)
      expect(nodesOf(answer).map(({ id }) => id)).toEqual(await appliedAt('02DE'))
      expect(find(answer, 'fatima').node).toMatchObject({ identity: { surname: 'El Amrani' }, accommodations: null })
      expect(find(answer, 'lotte').node.applications).toEqual([{ status: 'CONTRACT_OFFERED' }])
    })
    test('the region gets no dossier at all', async () => {
      const answer = await here.as('ilse').query(LIST)
      expect([answer.data, answer.errors]).toEqual([{ dossiers: { edges: [] } }, []])
    })
    test('a student gets the own one, whole', async () => {
      const answer = await here.as('noor').query(LIST)
      expect(answer.errors).toEqual([])
      const [one, ...others] = nodesOf(answer)
      expect(others).toEqual([])
      expect(Object.entries(one!).filter(([, value]) => value === null)).toEqual([])
      expect(one).toMatchObject({ id: here.ids['noor'], conditions: [{ name: 'Dyslexie' }] })
    })
    test('without a token nobody gets anything', async () => {
      const answer = await post(`${here.url}/graphql`, { query: LIST }, { 'x-purpose': 'INTAKE_TALK' })
      expect([answer.status, answer.data, answer.errors[0]?.code]).toEqual([401, null, 'UNAUTHENTICATED'])
    })

    const LOG =
      '{ dossiers { edges { node { readLog(first: 100) { edges { node { at reader role groups purpose basis organisation { name } } } } } } } }'
    interface Entry {
      at: string
      reader: string
      role: string
      groups: string[]
      purpose: string | null
      basis: string
      organisation: { name: string } | null
    }
    const logOf = async (student: string): Promise<Entry[]> => {
      const { data, errors } = await here.as(student).query(LOG)
      expect(errors).toEqual([])
      return (data.dossiers.edges[0].node.readLog.edges as { node: Entry }[]).map(({ node }) => node)
    }
    test('the read log then names who read what, for whom, what for and on which ground', async () => {
      here.clock.advance({ minutes: 1 })
      await marieke.query(LIST)
      const now = here.clock.now().toISOString()
      const lines = (await logOf('noor')).filter(({ at }) => new Date(at).toISOString() === now)
      const groups = new Map(lines.map((line) => [line.basis, new Set<string>()]))
      for (const line of lines) for (const group of line.groups) groups.get(line.basis)!.add(group)
      for (const line of lines)
        expect(line).toMatchObject({
          reader: 'Marieke Postma',
          role: 'INTAKER',
          organisation: { name: 'ROC Voorbeeld' },
          // The law asks for no purpose.
          purpose: line.basis === 'CONSENT' ? 'INTAKE_TALK' : null,
        })
      expect(Object.fromEntries(groups)).toEqual({
        CONSENT: new Set(['IDENTITY', 'ACCOMMODATIONS', 'CAREER_SUMMARY']),
        LEGAL_DUTY: new Set(['APPLICATION_STATUS']),
      })
    })
    test('the log has a line for every reader, none for the student, none for what was refused, and never a value', async () => {
      here.clock.advance({ minutes: 1 })
      const now = here.clock.now().toISOString()
      const whole = `query ($id: ID!) { dossier(id: $id) { ${WHOLE} } }`
      for (const [who, purpose] of [
        ['jay', null],
        ['joris', null],
        ['amira', null],
        ['zwolle', null],
        ['roc-voorbeeld', 'STUDY_START'],
        ['karim', 'INTAKE_TALK'],
        ['beheer', null],
      ] as const)
        await here.as(who, { purpose }).query(whole, { id: here.ids['jay'] })
      const lines = (await logOf('jay')).filter(({ at }) => new Date(at).toISOString() === now)
      expect(new Set(lines.map(({ reader }) => reader))).toEqual(
        new Set(['Joris Hoekstra', 'Amira Benali', 'Doorstroompunt Zwolle', 'Systeem van ROC Voorbeeld']),
      )
      const ofSystem = lines.filter(({ role }) => role === 'PARTNER').flatMap(({ groups }) => groups)
      expect(ofSystem.sort()).toEqual([
        'APPLICATION_STATUS',
        'CAREER_SUMMARY',
        'CONTACT',
        'IDENTITY',
        'PERSONAL_NUMBER',
        'SHARING',
      ])
      expect(lines.filter(({ role }) => role === 'MENTOR').flatMap(({ groups }) => groups)).not.toContain('CONDITION')
      const rows = await here.database.sql('select * from consent.read_log')
      expect(JSON.stringify(rows)).not.toMatch(/Pinas|Vries|99999|Dyslexie|aalangst/)
    })

    test('a list costs the same statements, however many dossiers are on it', async () => {
      const cost = async (): Promise<{ length: number; statements: string[] }> => {
        let length = 0
        const rounds: string[][] = []
        // What runs in the background can only add to a cost.
        for (let round = 0; round < 3; round++)
          rounds.push(
            await here.statementsOf(async () => {
              const question = `{ dossiers(first: 100) { edges { node { ${WHOLE} status can parties { name } } } } }`
              length = nodesOf(await marieke.query(question)).length
            }),
          )
        const cheapest = rounds.sort((a, b) => a.length - b.length)[0]!
        const statements = cheapest.map((text) => text.replaceAll(/\(\?(, \?)*\)/g, '(?)').replace(/ \[took .*/s, ''))
        return { length, statements: statements.sort() }
      }
      const few = await cost()
      const copies = Array.from({ length: 60 }, (_, index) => `copy ${index}`)
      await bearTwins(here, 'noor', new Map(copies.map((name) => [name, (twin) => twin])))
      const many = await cost()
      expect(many.length).toBe(few.length + copies.length)
      expect(many.statements).toEqual(few.statements)
      expect(many.statements.length).toBeLessThan(40)
    })
  })

describe('what is asked wrongly', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(async () => {
    await here.close()
    expect(here.log).toEqual([])
  })
  const one = (answer: Answer) => ({
    status: answer.status,
    code: answer.errors[0]?.code,
    field: answer.errors[0]?.field,
  })

  test("another institution's dossier is not there, just like one that nobody has", async () => {
    const karim = here.as('karim', { purpose: 'INTAKE_TALK' })
    const ask = (id: string) => karim.query('query ($id: ID!) { dossier(id: $id) { id } }', { id })
    const other = await ask(here.ids['noor']!)
    expect(one(other)).toMatchObject({ code: 'NOT_FOUND' })
    for (const id of [
      randomUUID(),
      here.applications['noor']!['01VB']!,
      'noor',
      '',
      "' or true --",
      '0'.repeat(10_000),
    ])
      expect((await ask(id)).text).toBe(other.text)
    const application = await karim.attempt('proposeTalk', {
      applicationId: here.applications['noor']!['01VB'],
      at: '2027-01-01T10:00:00Z',
    })
    const nobodys = await karim.attempt('proposeTalk', { applicationId: randomUUID(), at: '2027-01-01T10:00:00Z' })
    expect([one(application).code, application.text]).toEqual(['NOT_FOUND', nobodys.text])
  })
  test('an institution does not reach another application of its own applicant', async () => {
    const marieke = here.as('marieke', { purpose: 'INTAKE_TALK' })
    const theirs = here.applications['lotte']!['02DE']
    const { data } = await marieke.query('query ($id: ID!) { dossier(id: $id) { applications { id } } }', {
      id: here.ids['lotte'],
    })
    expect(data.dossier.applications).toEqual([{ id: here.applications['lotte']!['01VB'] }])
    const answer = await marieke.attempt('reportApplicationStatus', { applicationId: theirs, status: 'ENROLLED' })
    expect(one(answer).code).toBe('NOT_FOUND')
    for (const subgraph of ['consent', 'intake-preparation']) {
      const direct = await here.direct(subgraph)
      const document = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Application { id } } }'
      const variables = { r: [{ __typename: 'Application', id: theirs }] }
      const straight = await direct.ask(here.viewer('marieke'), document, variables, { purpose: 'INTAKE_TALK' })
      expect(straight.data, subgraph).toEqual({ _entities: [null] })
    }
  })
  test('a wrong cursor, and one of another list', async () => {
    const marieke = here.as('marieke', { purpose: 'INTAKE_TALK' })
    const list = (after: string) =>
      marieke.query('query ($after: String) { dossiers(first: 2, after: $after) { edges { node { id } } } }', { after })
    const feed = await marieke.query('{ changes(first: 1) { pageInfo { endCursor } } }')
    for (const after of [
      'x',
      '',
      feed.data.changes.pageInfo.endCursor as string,
      Buffer.from("dossier:' or true").toString('base64url'),
      'A'.repeat(5000),
    ])
      expect(one(await list(after)), after.slice(0, 20)).toMatchObject({ code: 'INVALID', field: 'after' })
    const page = await marieke.query('{ dossiers(first: 1) { pageInfo { endCursor } } }')
    const next = await list(page.data.dossiers.pageInfo.endCursor as string)
    expect(next.errors).toEqual([])
  })
  test.each([100_000, 101, -1])('a page of %i', async (first) => {
    const answer = await here.as('marieke').query(`{ dossiers(first: ${first}) { edges { node { id } } } }`)
    expect(one(answer)).toMatchObject({ code: 'INVALID', field: 'first' })
  })
  test('headers in which somebody says who they are count for nothing', async () => {
    const direct = await here.direct('consent')
    expect((await direct.ask(here.viewer('noor'), '{ viewer { subject } }')).data.viewer.subject).toBe('noor')
    const said = {
      'x-hub-viewer': JSON.stringify(here.viewer('noor')),
      'x-hub-judge': 'noor',
      'x-user': 'noor',
      'x-forwarded-user': 'noor',
      'x-role': 'STUDENT',
    }
    const mine = await here.as('marieke').query('{ viewer { subject role } }', {}, said)
    expect(mine.data.viewer).toEqual({ subject: 'marieke', role: 'INTAKER' })
    expect(one(await post(`${here.url}/graphql`, { query: '{ viewer { subject } }' }, said))).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    })
  })
  test('an unknown field, a body that is no JSON, a body too large', async () => {
    const headers = {
      authorization: `Bearer ${await here.token('marieke')}`,
      accept: 'application/graphql-response+json',
    }
    const ask = (body: unknown) => post(`${here.url}/graphql`, body, headers)
    expect(one(await ask({ query: '{ dossiers { everything } }' }))).toMatchObject({ status: 400 })
    expect(one(await ask('{ "query": '))).toMatchObject({ status: 400 })
    expect(one(await ask({ query: `{ viewer { subject } } # ${'x'.repeat(1_100_000)}` }))).toMatchObject({
      status: 413,
      code: 'TOO_COSTLY',
    })
  })
  test('a token that is over, and one of another provider', async () => {
    const token = await here.token('marieke')
    const ask = (word: string) =>
      post(`${here.url}/graphql`, { query: '{ viewer { subject } }' }, { authorization: `Bearer ${word}` })
    expect((await ask(token)).data).toEqual({ viewer: { subject: 'marieke' } })
    const now = here.clock.now()
    here.clock.advance({ hours: 1, minutes: 1 })
    expect(one(await ask(token))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
    here.clock.set(now)
    const elsewhere = await world()
    try {
      expect(one(await ask(await elsewhere.token('marieke')))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
    } finally {
      await elsewhere.close()
    }
  })
  test('and the hub goes on', async () => {
    expect((await here.as('noor').query('{ viewer { name } }')).data).toEqual({ viewer: { name: 'Noor de Vries' } })
    expect((await fetch(new URL('/health/ready', here.url))).status).toBe(200)
  })
})
