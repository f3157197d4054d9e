import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServer } from '../world/postgresql.ts'
import { contentWorld, type ContentWorld, type Ground } from './world.ts'

const grounds: Ground[] = ['embedded', ...(testServer() === null ? [] : (['postgresql'] as const))]
/** The embedded database does one thing after the other; only PostgreSQL can show what happens when it does not. */
const ROUNDS = { embedded: 5, postgresql: 50 }
const PATIENCE_MS = 120_000

describe.each(grounds)('at the same moment, on %s', (on) => {
  let world: ContentWorld
  beforeAll(async () => {
    world = await contentWorld({ on })
  })
  afterAll(() => world?.close())
  const rounds = ROUNDS[on]

  test(
    `two who write the next version of the same advice: one does, the other hears that it moved on, ${rounds} times`,
    async () => {
      const dossierId = world.dossier('noor').id
      const [advice] = world.dossier('noor').content.studyAdvice
      let version = advice?.version ?? 0
      for (let round = 0; round < rounds; round++) {
        const write = (name: string) => {
          const input = { dossierId, id: advice?.id, expectedVersion: version, text: `${name} in ronde ${round}` }
          return world.act(name, 'support-needs', 'writeStudyAdvice', input, '{ version }')
        }
        const answers = await Promise.all([write('joris'), write('amira')])
        expect(answers.flatMap(({ errors }) => errors)).toEqual(['CONFLICT'])
        version += 1
        expect(answers.flatMap(({ data }) => data['writeStudyAdvice'] ?? [])).toEqual([{ version }])
      }
    },
    PATIENCE_MS,
  )

  test(
    `accepting against a new version: never accepted unread, ${rounds} times`,
    async () => {
      const dossierId = world.dossier('jay').id
      const [advice] = world.dossier('jay').content.studyAdvice
      const fields = 'studyAdvice { id text version acceptedVersion }'
      const present = async () => {
        const { data } = await world.read('jay', 'support-needs', dossierId, fields)
        return data['studyAdvice'].find(({ id }: { id: string }) => id === advice?.id)
      }
      for (let round = 0; round < rounds; round++) {
        const seen = await present()
        const [accepted] = await Promise.all([
          world.act('jay', 'support-needs', 'acceptStudyAdvice', { id: advice?.id, version: seen.version }, '{ id }'),
          world.act('joris', 'support-needs', 'writeStudyAdvice', {
            dossierId,
            id: advice?.id,
            text: `ronde ${round}`,
          }),
        ])
        const now = await present()
        expect(now.version).toBe(seen.version + 1)
        expect(now.acceptedVersion).not.toBe(now.version)
        if (accepted.errors.length > 0) expect(accepted.errors).toEqual(['CONFLICT'])
        else expect(now.acceptedVersion).toBe(seen.version)
      }
    },
    PATIENCE_MS,
  )

  test(
    'sixty who each add an experience: there is room for fifty, and each has a place of its own',
    async () => {
      const { id, content } = world.dossier('mees')
      const room = 50 - content.careerFile.experiences.length
      const add = () =>
        world.act('mees', 'career-portfolio', 'saveExperience', { dossierId: id, title: 'Stage', kind: 'INTERNSHIP' })
      const answers = await Promise.all(Array.from({ length: 60 }, add))
      expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(room)
      expect(new Set(answers.flatMap(({ errors }) => errors))).toEqual(new Set(['INVALID title']))
      const places = await world.database.sql<{ position: number }>(
        'select position from career_portfolio.experience where dossier_id = $1',
        [id],
      )
      expect(new Set(places.map(({ position }) => position)).size).toBe(50)
    },
    PATIENCE_MS,
  )

  test('everything that was told arrived at consent', async () => {
    for (const schema of ['person', 'support_needs', 'career_portfolio']) {
      const unsent = await world.database.sql(`select id from ${schema}.outbox where sent_at is null`)
      expect(unsent).toEqual([])
    }
    expect(world.failures).toEqual([])
  })
})
