import type { WorldDossier } from '@doorstroomhub/gateway/demo/world/types.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { narrows } from './access/acts.ts'
import { attempts, heardOf, listed, LISTS, OF_NO_DOSSIER, sightOf, triesOf } from './oracle/questions.ts'
import { alsoAtDelta, bearTwins, DELTA, emptied, type Twin } from './oracle/twins.ts'
import { NOW, world, type World } from './world.ts'

const GROUPS = ['IDENTITY', 'ACCOMMODATIONS', 'CAREER_SUMMARY', 'INTAKE_PREPARATION']
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000)

/** A way to come to share nothing with ROC Voorbeeld. `born` is what is so from the start, `acts` what people then do. */
interface Course {
  born?(twin: WorldDossier): WorldDossier
  acts?(twin: Twin, here: World): Promise<unknown>
}

const gives = (twin: Twin, groups = GROUPS, institution = '01VB') =>
  twin.person.act('giveConsent', { dossierId: twin.id, institution, groups, purpose: 'INTAKE_TALK' }, '{ id }')
const stops = async (twin: Twin, given: Record<string, unknown>) =>
  twin.person.act('revokeConsent', { id: given['id'] })
const pauses = (twin: Twin) => twin.person.act('pauseSharing', { dossierId: twin.id })
const talksAtDelta = async (twin: Twin, here: World) => {
  const applicationId = twin.told.applications[1]!.id
  await here.as('karim').act('proposeTalk', { applicationId, at: LATER })
  await twin.person.act('acceptTalk', { id: applicationId })
}
const LATER = '2026-12-15T09:00:00Z'

const courses: Record<string, Course> = {
  'was asked, and does not answer': {},
  'refused the question': { acts: (twin) => twin.person.act('refuseConsentRequest', { id: twin.request }) },
  'gave consent, and stopped': { acts: async (twin) => stops(twin, await gives(twin)) },
  'gave consent, and paused': { acts: async (twin) => (await gives(twin), pauses(twin)) },
  'gave consent, and an older state was put back': {
    acts: async (twin, here) => {
      await gives(twin)
      await here.database.sql(
        `update consent.dossier set paused = true, paused_because = 'RESTORED', rights = rights + 1 where id = $1`,
        [twin.id],
      )
    },
  },
  'gave consent that a guardian has not approved': {
    born: (twin) => ({
      ...twin,
      birthDate: '2009-11-25',
      parties: [
        ...twin.parties,
        { subject: 'a-guardian', name: 'Iemand', role: 'GUARDIAN', brin: null, since: daysAgo(99), until: null },
      ],
    }),
    acts: (twin) => gives(twin),
  },
  'gave consent that expired yesterday': {
    born: (twin) => ({
      ...twin,
      consents: [
        {
          id: `${twin.id.slice(0, -4)}0002`,
          institution: '01VB',
          groups: ['IDENTITY', 'CAREER_SUMMARY'],
          purpose: 'INTAKE_TALK',
          state: 'GRANTED',
          leftOut: [],
          startedBy: twin.approvals[0]!,
          createdAt: daysAgo(40),
          grantedAt: daysAgo(40),
          expiresAt: daysAgo(1),
          endedAt: null,
          endedBy: null,
          approvals: [],
          request: null,
        },
      ],
    }),
  },
  'gave consent for what the region no longer agrees on': { acts: (twin) => gives(twin, ['PLUS_DOCUMENT']) },
  'shares with another institution, and is in talk there': {
    born: alsoAtDelta,
    acts: async (twin, here) => (await gives(twin, ['IDENTITY'], DELTA), talksAtDelta(twin, here)),
  },
  'filled in nothing': { born: (twin) => ({ ...twin, content: emptied(twin.content!) }) },
  'paused, and never shared': { acts: pauses },
  'took the dossier back': {
    acts: (twin) => twin.person.act('moveDossier', { id: twin.id, to: 'DRAFT', expectedVersion: 1 }),
  },
  'is still ready for approval': { born: (twin) => ({ ...twin, status: 'READY', approvals: [] }) },
}
const NEVER = Object.keys(courses)[0]!
const SHARES = 'shares, for comparison'
/** Something of every subgraph. */
const COSTLY =
  'status can consents { id } identity { surname } plusDocument { items { id } } conditions { id } careerSummary { aboutMe } applications { intakePreparation { id } }'

/** What differs between the first student and one of the others, question by question. */
const differences = (first: Record<string, string>, other: Record<string, string>): string[] =>
  Object.keys(first).flatMap((question) =>
    first[question] === other[question] ? [] : [`${question}: ${other[question]} instead of ${first[question]}`],
  )

const READERS = ['marieke', 'roc-voorbeeld']

describe('to an institution it is all the same why nothing is open', () => {
  let here: World
  let twins: Map<string, Twin>
  const of = (name: string): Twin => twins.get(name)!
  const names = Object.keys(courses)

  beforeAll(async () => {
    here = await world({ counting: true })
    const born = new Map(
      [...names, SHARES].map((name) => [name, courses[name]?.born ?? ((twin: WorldDossier) => twin)]),
    )
    twins = await bearTwins(here, 'eva', born)
    for (const name of names) await courses[name]!.acts?.(of(name), here)
    await gives(of(SHARES))
    await narrows(here, ['PLUS_DOCUMENT'])
  })
  afterAll(async () => {
    await here.close()
    expect(here.log).toEqual([])
  })

  /** Every student against the one who was asked and does not answer; the one who shares must differ, or nothing was compared. */
  function same(
    title: string,
    look: (twin: Twin, who: string) => Promise<Record<string, string>>,
    options: { readers?: readonly string[]; differsWhenShared?: boolean } = {},
  ): void {
    const { readers = READERS, differsWhenShared = true } = options
    describe.each(readers)(`${title}, to %s`, (who) => {
      let first: Record<string, string>
      beforeAll(async () => {
        first = await look(of(NEVER), who)
      })
      for (const name of names.slice(1))
        test(`a student who ${name}`, async () => expect(differences(first, await look(of(name), who))).toEqual([]))
      test.runIf(differsWhenShared)('and a student who shares is seen to share', async () =>
        expect(differences(first, await look(of(SHARES), who))).not.toEqual([]),
      )
    })
  }

  const inAnswers = (purposes?: (string | null)[]) =>
    same('in every answer', (twin, who) => sightOf(here, who, twin, purposes))
  const inTheFeed = () => same('in the feed', async (twin, who) => ({ feed: await heardOf(here.as(who), twin) }))
  const inLists = () =>
    describe.each(READERS)('in lists, to %s', (who) => {
      for (const [list, narrowed] of Object.entries(LISTS))
        test(`in the list "${list}" all of them are or none is, in the order of their ids`, async () => {
          const { ids, pages } = await listed(here.as(who, { purpose: 'INTAKE_TALK' }), narrowed, 7)
          const mine = new Set(names.map((name) => of(name).id))
          const present = ids.filter((id) => mine.has(id))
          expect([0, names.length]).toContain(present.length)
          expect(ids).toEqual([...ids].sort())
          expect(pages.slice(0, -1).every((size) => size === 7)).toBe(true)
        })
    })

  inAnswers()
  inTheFeed()
  inLists()
  same(
    'in what it costs to find out',
    async ({ id }, who) => {
      const statements = () =>
        here.statementsOf(() =>
          here.as(who, { purpose: 'INTAKE_TALK' }).query(`query ($id: ID!) { dossier(id: $id) { ${COSTLY} } }`, { id }),
        )
      // What runs in the background can only add to a count.
      const counts = [(await statements()).length, (await statements()).length, (await statements()).length]
      return { statements: String(Math.min(...counts)) }
    },
    { readers: ['marieke'] },
  )

  describe('when a talk was agreed', () => {
    beforeAll(async () => {
      const stopped = of('gave consent, and stopped')
      const elsewhere = of('shares with another institution, and is in talk there')
      const given = [
        [stopped, await gives(stopped, ['IDENTITY'])],
        [elsewhere, await gives(elsewhere, ['IDENTITY'])],
      ] as const
      for (const { application, person } of twins.values()) {
        await here.as('marieke').act('proposeTalk', { applicationId: application, at: LATER })
        await person.act('acceptTalk', { id: application })
      }
      for (const [twin, consent] of given) await stops(twin, consent)
    })
    inAnswers(['INTAKE_TALK', null])
    inTheFeed()
    inLists()
    same(
      'in everything that can be tried',
      (twin, who) => triesOf(here.as(who, { purpose: 'INTAKE_TALK' }), twin, LATER),
      { readers: ['marieke'], differsWhenShared: false },
    )
  })

  describe('when the question is 15 days old, and asked again', () => {
    beforeAll(() => {
      here.clock.advance({ days: 15 })
      return here.timePasses()
    })
    inAnswers(['INTAKE_TALK'])
    same(
      'in the answer to the new question',
      async (twin, who) => {
        const input = { dossierId: twin.id, groups: ['IDENTITY'], purpose: 'INTAKE_TALK' }
        const { status, text } = await here
          .as(who)
          .attempt('requestConsent', input, '{ groups purpose message askedAt }')
        return { asked: `${status} ${text}` }
      },
      { differsWhenShared: false },
    )
  })

  test('everything that the graph lets one do to a dossier is tried', () => {
    const mutations = Object.keys(here.hub.engine.schema.getMutationType()!.getFields())
    expect([...Object.keys(attempts(of(NEVER), LATER)), ...OF_NO_DOSSIER].sort()).toEqual([...mutations].sort())
  })
})
