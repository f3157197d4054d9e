import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { world } from './engine.testing.ts'
import { asking, openFixtures } from './fixtures.ts'
import { composeSupergraph } from './supergraph.ts'

const LIST = `{ dossiers(first: 50) { edges { node { id status identity { surname } conditions { name } applications { status note } } } } }`

describe('the plan of an entity query', () => {
  test('asks each subgraph once, whatever the number of dossiers', async () => {
    const { ask, calls } = await world()
    const { data, errors } = await ask(LIST)
    expect(errors).toBeUndefined()
    expect((data as { dossiers: { edges: unknown[] } }).dossiers.edges).toHaveLength(50)
    expect(calls.map(({ subgraph }) => subgraph).sort()).toEqual(['consent', 'person', 'support-needs'])
  })

  test('names each entity once by its key, also where it stands twice in the answer', async () => {
    const { ask, calls } = await world()
    const { data } = await ask(
      `{ a: dossier(id: "dossier-1") { identity { surname } } b: dossier(id: "dossier-1") { identity { surname initials } } }`,
    )
    expect(data).toEqual({
      a: { identity: { surname: 'de Vries' } },
      b: { identity: { surname: 'de Vries', initials: 'A.B.' } },
    })
    const lists = calls
      .filter(({ subgraph }) => subgraph === 'person')
      .flatMap(({ variables }) => Object.values(variables as object))
    for (const list of lists) expect(list).toEqual([{ __typename: 'Dossier', id: 'dossier-1' }])
  })

  test('hands every subgraph the same asking', async () => {
    const { ask, calls } = await world()
    await ask(LIST)
    expect(new Set(calls.map((call) => call.asking)).size).toBe(1)
  })

  test('is made once for a document that comes back', async () => {
    const { engine } = await world()
    const document = parse(LIST)
    const first = await engine.execute({ document, asking: asking() })
    const second = await engine.execute({ document, asking: asking() })
    expect(second).toEqual(first)
  })
})

describe('the shape of an answer', () => {
  test('has the keys in the order of the question and nothing that was not asked', async () => {
    const { ask } = await world()
    const { data } = await ask(
      `{ dossier(id: "dossier-2") { identity { surname } v: version id conditions { name } status } }`,
    )
    expect(JSON.stringify(data)).toBe(
      '{"dossier":{"identity":{"surname":"Yıldız"},"v":3,"id":"dossier-2","conditions":[{"name":"dyslexie"}],"status":"SHARED"}}',
    )
  })

  test('follows fragments, @skip and @include with the values of the variables', async () => {
    const { ask } = await world()
    const query = `query ($full: Boolean = false, $bare: Boolean!) { dossier(id: "dossier-1") { ...More @include(if: $full) id status @skip(if: $bare) } } fragment More on Dossier { identity { surname } version }`
    expect((await ask(query, { bare: true })).data).toEqual({ dossier: { id: 'dossier-1' } })
    expect((await ask(query, { bare: false, full: true })).data).toEqual({
      dossier: { identity: { surname: 'de Vries' }, version: 3, id: 'dossier-1', status: 'SHARED' },
    })
  })

  test('leaves out what is written out of it, also when nothing else is left', async () => {
    const { ask } = await world()
    expect(await ask(`{ dossier(id: "dossier-1") @include(if: false) { id } }`)).toEqual({ data: {} })
    expect(await ask(`{ dossier(id: "dossier-1") { id @skip(if: true) } }`)).toEqual({ data: { dossier: {} } })
  })

  test('gives interfaces their own type', async () => {
    const { ask } = await world()
    const { data } = await ask(
      `{ parties { __typename name ... on School { brin } ... on Person { dossier { identity { surname } } } } }`,
    )
    expect(data).toEqual({
      parties: [
        { __typename: 'Person', name: 'Joris', dossier: { identity: { surname: 'de Vries' } } },
        { __typename: 'School', name: 'Vechtdal College', brin: '00YY' },
      ],
    })
  })

  test('answers questions about the schema beside questions about dossiers', async () => {
    const { ask } = await world()
    const { data } = await ask(
      `{ __typename dossier(id: "dossier-1") { id } kind: __type(name: "Dossier") { description } ...Root } fragment Root on Query { __schema { queryType { name } } }`,
    )
    expect(data).toEqual({
      __typename: 'Query',
      dossier: { id: 'dossier-1' },
      kind: { description: "A student's file." },
      __schema: { queryType: { name: 'Query' } },
    })
  })

  test('carries out mutations one after the other, over subgraphs', async () => {
    const { ask, calls } = await world()
    const { data } = await ask(
      `mutation { rename(id: "dossier-1", surname: "Bos") { identity { surname } status } pause(id: "dossier-1") { status } }`,
    )
    expect(data).toEqual({
      rename: { identity: { surname: 'de Vries' }, status: 'SHARED' },
      pause: { status: 'DRAFT' },
    })
    expect(calls.filter(({ operation }) => operation.startsWith('mutation')).map(({ subgraph }) => subgraph)).toEqual([
      'person',
      'consent',
    ])
  })

  test('fills in the defaults of variables and input fields', async () => {
    const { ask, calls } = await world()
    await ask(
      `query ($filter: DossierFilter, $first: Int = 2) { dossiers(first: $first, filter: $filter) { edges { cursor } } }`,
      { filter: { status: ['DRAFT'] } },
    )
    expect(calls[0]?.variables).toEqual({ first: 2, filter: { status: ['DRAFT'], waiting: false } })
  })
})

describe('errors', () => {
  test('keep their path and their code, in the language of the asker', async () => {
    const { ask, closed } = await world(2)
    closed.add('CONDITION').add('IDENTITY')
    const { data, errors } = await ask(
      `{ dossiers { edges { node { id identity { surname } conditions { name } } } } }`,
      {},
      { language: 'nl' },
    )
    expect(data).toEqual({
      dossiers: {
        edges: [0, 1].map((index) => ({ node: { id: `dossier-${index}`, identity: null, conditions: null } })),
      },
    })
    expect(errors).toEqual(
      [0, 1].flatMap((index) =>
        ['conditions', 'identity'].map((group) => ({
          message: 'Nog niet beschikbaar.',
          path: ['dossiers', 'edges', index, 'node', group],
          extensions: { code: 'NOT_AVAILABLE' },
        })),
      ),
    )
  })

  test('never tell which subgraph they came from, nor what broke there', async () => {
    const { ask, unexpected } = await world()
    const answer = await ask(`{ strict { id } }`)
    expect(answer).toEqual({
      data: null,
      errors: [
        {
          message: expect.stringMatching(/^Something went wrong on our side\. Request request-\d+\.$/) as string,
          path: ['strict'],
          extensions: { code: 'INTERNAL', requestId: expect.stringMatching(/^request-\d+$/) as string },
        },
      ],
    })
    expect(String(unexpected[0])).toContain('the database is on fire')
  })

  test('of a subgraph that fails stand at its own fields only, and its cause is reported once', async () => {
    const { ask, broken, unexpected } = await world(3)
    broken.add('person')
    const { data, errors } = await ask(
      `{ dossiers { edges { node { id identity { surname } contact { email } conditions { name } } } } }`,
    )
    expect(JSON.stringify(data)).toContain('"identity":null,"contact":null,"conditions":[{"name":"dyslexie"}]')
    expect(errors).toHaveLength(6)
    for (const { path, extensions } of errors ?? []) {
      expect(['identity', 'contact']).toContain(path?.at(-1))
      expect(extensions).toEqual({ code: 'INTERNAL', requestId: expect.any(String) as string })
    }
    expect(JSON.stringify(errors)).not.toMatch(/person|ECONNREFUSED|10\.0\.0\.7/)
    expect(unexpected).toHaveLength(1)
  })

  test('of a subgraph with the root fields leave the fields of others', async () => {
    const { ask, broken } = await world()
    broken.add('consent')
    const { data, errors } = await ask(`{ __typename dossier(id: "dossier-1") { id } }`)
    expect(data).toEqual({ __typename: 'Query', dossier: null })
    expect(errors).toMatchObject([{ path: ['dossier'], extensions: { code: 'INTERNAL' } }])
  })

  test('about a whole entity stand at each field that it leaves empty', async () => {
    const { ask, closed } = await world()
    closed.add('REFERENCE')
    const { data, errors } = await ask(
      `{ dossier(id: "dossier-1") { id conditions { name } a: accommodations { strengths } } }`,
    )
    expect(data).toEqual({ dossier: { id: 'dossier-1', conditions: null, a: null } })
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions?.['code']])).toEqual([
      ['dossier.a', 'NOT_FOUND'],
      ['dossier.conditions', 'NOT_FOUND'],
    ])
  })

  test('make null of the nearest parent that may be null', async () => {
    const { ask, broken } = await world(2)
    broken.add('support-needs')
    const { data, errors } = await ask(
      `{ a: dossier(id: "dossier-1") { id needsCount } dossier(id: "dossier-1") { id } }`,
    )
    expect(data).toEqual({ a: null, dossier: { id: 'dossier-1' } })
    expect(errors).toMatchObject([{ path: ['a', 'needsCount'], extensions: { code: 'INTERNAL' } }])
    expect((await ask(`{ dossiers { edges { node { needsCount } } } }`)).data).toBeNull()
  })

  test('say so when a value is missing that may not be', async () => {
    const { ask, unexpected } = await world()
    const { data, errors } = await ask(`{ dossier(id: "dossier-1") { id contact { email broken } } }`)
    expect(data).toEqual({ dossier: { id: 'dossier-1', contact: null } })
    expect(errors).toMatchObject([{ path: ['dossier', 'contact', 'broken'], extensions: { code: 'INTERNAL' } }])
    expect(unexpected).toHaveLength(1)
  })

  test('come in the same order whichever subgraph was first', async () => {
    const { ask, closed } = await world(5)
    for (const group of ['CONDITION', 'IDENTITY', 'CONTACT', 'APPLICATION_STATUS']) closed.add(group)
    const query = `{ dossiers { edges { node { contact { email } identity { surname } applications { id } conditions { name } } } } }`
    const paths = (await ask(query)).errors?.map(({ path }) => path?.join('.'))
    expect(paths).toEqual(
      [0, 1, 2, 3, 4].flatMap((index) =>
        ['applications', 'conditions', 'contact', 'identity'].map((group) => `dossiers.edges.${index}.node.${group}`),
      ),
    )
  })

  test('about the question itself are INVALID and never reach a subgraph', async () => {
    const { ask, calls } = await world()
    for (const [query, variables] of [
      ['{ nope }', {}],
      ['{ dossier { id } }', {}],
      ['query ($id: ID!) { dossier(id: $id) { id } }', {}],
      ['query ($first: Int) { dossiers(first: $first) { edges { cursor } } }', { first: 'many' }],
      ['query A { __typename } query B { __typename }', {}],
    ] as const) {
      const answer = await ask(query, variables)
      expect(answer).not.toHaveProperty('data')
      expect(answer.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['INVALID'])
    }
    expect(calls).toEqual([])
  })
})

test('subgraphs that do not fit together are refused with every fault named', async () => {
  const { subgraphs } = openFixtures()
  const odd = { name: 'odd', sdl: 'type Dossier @key(fields: "nope") { id: Int! status: Int }' }
  await expect(composeSupergraph([...subgraphs, odd])).rejects.toThrow(/do not fit together:\n- .*nope/s)
  await expect(composeSupergraph([...subgraphs, { name: 'torn', sdl: 'type {' }])).rejects.toThrow(
    /\[torn\] Syntax Error/,
  )
})
