import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { contentWorld, type ContentWorld } from './world.ts'

let world: ContentWorld
const statements: string[] = []
/** What the referee does, and what is told or destroyed meanwhile, is not this subgraph's reading. */
const IN_THE_BACKGROUND = /consent\.|outbox|erased/
beforeAll(async () => {
  world = await contentWorld({ counting: true })
  world.database.onStatement = (text) => statements.push(text)
})
afterAll(() => world?.close())

const need = (dossierId: string, area: string) => ({ dossierId, area })
const dossierOf = async (id: string) =>
  (
    await world.database.sql<{ status: string; version: number }>(
      'select status, version from consent.dossier where id = $1',
      [id],
    )
  )[0]
const outbox = (schema: string, dossierId: string) =>
  world.database.sql<{ kind: string; payload: object; sent: boolean }>(
    `select kind, payload, sent_at is not null as sent from ${schema}.outbox where dossier_id = $1 order by id`,
    [dossierId],
  )

describe('a change of content', () => {
  test.each([
    ['the student, in support needs', 'sem', 'support-needs', 'saveSupportNeed', { area: 'MOBILITY' }],
    ['the mentor, in the personal data', 'joris', 'person', 'correctIdentity', { callName: 'Eef' }],
    ['the student, in the career portfolio', 'daan', 'career-portfolio', 'saveCareerSummary', { aboutMe: 'Ik.' }],
  ] as const)(
    'by %s makes void what was approved, before the answer is there',
    async (_who, name, subgraph, mutation, input) => {
      const { id } = world.dossier(name === 'joris' ? 'eva' : name)
      const before = await dossierOf(id)
      expect(before?.status).toBe('APPROVED')
      expect((await world.act(name, subgraph, mutation, { dossierId: id, ...input })).errors).toEqual([])
      expect(await dossierOf(id)).toEqual({ status: 'DRAFT', version: (before?.version ?? 0) + 1 })
    },
  )

  test('that is refused, or that is only a comment, makes nothing void and tells nothing', async () => {
    const { id } = world.dossier('fatima')
    const before = await dossierOf(id)
    await world.act('fatima', 'career-portfolio', 'saveReflection', { dossierId: id, competence: 'MOTIVES', text: ' ' })
    const comment = { dossierId: id, part: 'CAREER_FILE', text: 'Mooi.' }
    expect((await world.act('joris', 'career-portfolio', 'addCareerComment', comment)).errors).toEqual([])
    expect(await dossierOf(id)).toEqual(before)
    expect(await outbox('career_portfolio', id)).toEqual([])
  })

  test('stands when consent cannot be reached, and consent hears of it later, in order and by whom', async () => {
    const { id } = world.dossier('yara')
    world.consentHears(false)
    expect((await world.act('yara', 'support-needs', 'saveSupportNeed', need(id, 'VISION'))).errors).toEqual([])
    expect((await world.act('joris', 'support-needs', 'saveSupportNeed', need(id, 'BEHAVIOUR'))).errors).toEqual([])
    const by = (subject: string, role: string) => ({ by: { subject, role }, groups: ['ACCOMMODATIONS'] })
    const told = (sent: boolean) => [
      { kind: 'CONTENT', payload: by('yara', 'STUDENT'), sent },
      { kind: 'CONTENT', payload: by('joris', 'MENTOR'), sent },
    ]
    expect(await outbox('support_needs', id)).toEqual(told(false))
    expect(world.failures.splice(0)).toEqual([new Error('consent is away'), new Error('consent is away')])
    world.consentHears(true)
    await world.act('tim', 'support-needs', 'saveSupportNeed', need(world.dossier('tim').id, 'VISION'))
    expect(await outbox('support_needs', id)).toEqual(told(true))
  })
})

describe('reading', () => {
  const fields = {
    person: 'identity { surname } personalNumber { masked } contact { email }',
    'support-needs': 'accommodations { needs { id } } conditions { name } studyAdvice { text }',
    'career-portfolio': `careerSummary { aboutMe topExperiences { id } comments { id } }
      careerFile { reflections { text } experiences { id } talks { id } comments { id } } plusDocument { items { id } comments { id } }`,
  } as const
  const tables = { person: 3, 'support-needs': 4, 'career-portfolio': 6 }

  test.each(['person', 'support-needs', 'career-portfolio'] as const)(
    '%s needs one statement for each table, however many dossiers are asked for',
    async (subgraph) => {
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Dossier { id ${fields[subgraph]} } } }`
      const count = async (people: number) => {
        const of = world.people.slice(0, people).map(({ id }) => ({ __typename: 'Dossier', id }))
        statements.length = 0
        const { data, errors } = await world.ask('joris', subgraph, query, { of })
        expect(data['_entities']).toHaveLength(people)
        expect(new Set(errors)).toEqual(new Set(subgraph === 'support-needs' ? ['NOT_AVAILABLE'] : []))
        return statements.filter((text) => !IN_THE_BACKGROUND.test(text)).length
      }
      expect(await count(10)).toBe(await count(1))
      expect(await count(10)).toBeLessThanOrEqual(tables[subgraph])
    },
  )
})

describe('erasing a dossier', () => {
  const schemas = ['person', 'support_needs', 'career_portfolio'] as const
  const held = async (dossierId: string) => {
    const found: Record<string, number> = {}
    for (const schema of schemas)
      for (const table of Object.keys(await world.everythingIn(schema))) {
        const [row] = await world.database.sql<{ n: number }>(
          `select count(*)::int as n from ${schema}."${table}" where dossier_id = $1`,
          [dossierId],
        )
        if (row && row.n > 0) found[`${schema}.${table}`] = row.n
      }
    return found
  }

  test('destroys all content in every subgraph and nothing of anybody else; only who saw the number stays, without a name', async () => {
    const { id } = world.dossier('lotte')
    await world.act('joris', 'person', 'revealPersonalNumber', { dossierId: id, purpose: 'ENROLMENT_ADMIN' }, '')
    await world.act('joris', 'career-portfolio', 'addCareerComment', {
      dossierId: id,
      part: 'CAREER_FILE',
      text: 'Mooi.',
    })
    const before = await held(id)
    expect(Object.keys(before).length).toBeGreaterThanOrEqual(13)
    const another = await held(world.dossier('mees').id)

    for (const answer of [false, true]) {
      const { data } = await world.act('lotte', 'consent', 'eraseDossier', { dossierId: id }, '')
      expect(data['eraseDossier']).toBe(answer)
    }
    await vi.waitFor(async () => expect(await held(id)).toEqual({ 'person.number_reveal': 1 }))
    const [reveal] = await world.database.sql('select name, subject from person.number_reveal where dossier_id = $1', [
      id,
    ])
    expect(reveal).toEqual({ name: '', subject: 'joris' })
    expect(await held(world.dossier('mees').id)).toEqual(another)
  })

  test('nothing is written to it afterwards, even by a command that was judged before', async () => {
    const { id } = world.dossier('lotte')
    const gone = await world.act('joris', 'support-needs', 'saveSupportNeed', need(id, 'SOCIAL'))
    expect(gone.errors).toEqual(['NOT_FOUND'])
    // As the referee saw it a moment before.
    await world.database.sql(`update consent.dossier set status = 'DRAFT' where id = $1`, [id])
    const late = await world.act('joris', 'support-needs', 'saveSupportNeed', need(id, 'SOCIAL'))
    await world.database.sql(`update consent.dossier set status = 'ERASED' where id = $1`, [id])
    expect(late.errors).toEqual(['NOT_FOUND'])
    expect(await held(id)).toEqual({ 'person.number_reveal': 1 })
  })

  test('is made good by a subgraph that could not hear of it', async () => {
    const { id } = world.dossier('daan')
    world.consentHears(false)
    const before = await held(id)
    await world.database.sql(`update consent.dossier set status = 'ERASED', erased_at = $2 where id = $1`, [
      id,
      new Date(),
    ])
    world.eraseAgain()
    await vi.waitFor(() => expect(world.failures.length).toBeGreaterThanOrEqual(3), 8000)
    expect(await held(id)).toEqual(before)
    world.consentHears(true)
    world.eraseAgain()
    await vi.waitFor(async () => expect(await held(id)).toEqual({}))
  })
})
