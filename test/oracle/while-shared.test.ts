import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { world, type World } from '../world.ts'
import { heardOf, sightOf, triesOf } from './questions.ts'
import { alsoAtDelta, bearTwins, DELTA, type Twin } from './twins.ts'

const ROC = '01VB'
const GROUPS = ['IDENTITY', 'ACCOMMODATIONS', 'CAREER_SUMMARY', 'INTAKE_PREPARATION']
const LATER = '2026-12-15T09:00:00Z'
const KEPT = 'query ($id: ID!) { dossier(id: $id) { applications { intakePreparation { versions { number } } } } }'
const READERS = ['marieke', 'roc-voorbeeld']

/** What one who shares does beside that: before the first yes, and after the talk there was. */
interface Course {
  before?(twin: Twin): Promise<unknown>
  after?(twin: Twin, here: World): Promise<unknown>
}

const gives = (twin: Twin, institution = ROC) =>
  twin.person.act('giveConsent', { dossierId: twin.id, institution, groups: GROUPS, purpose: 'INTAKE_TALK' }, '{ id }')
const pauses = (twin: Twin) => twin.person.act('pauseSharing', { dossierId: twin.id })
const goesOn = (twin: Twin) => twin.person.act('resumeSharing', { dossierId: twin.id })
const writesWhatIsClosed = async (twin: Twin) => {
  await twin.person.act('updateContact', { dossierId: twin.id, email: 'iemand@post.example' })
  await twin.person.act('saveCondition', { dossierId: twin.id, name: 'Iets' })
}
/** The same words again: something was written, and there is nothing else to read. */
const writesWhatIsOpen = (twin: Twin) => {
  const { strengths, currentSupport, howToDiscuss } = twin.told.content!.support
  return twin.person.act('saveSupportProfile', { dossierId: twin.id, strengths, currentSupport, howToDiscuss })
}
const endsTalk = async (here: World, who: string, { id }: Twin) => {
  const { data } = await here.as(who).query('query ($id: ID!) { dossier(id: $id) { version } }', { id })
  return here.as(who).act('moveDossier', { id, to: 'SHARED', expectedVersion: data.dossier.version })
}
const talks = async (here: World, who: string, twin: Twin, applicationId: string) => {
  await here.as(who).act('proposeTalk', { applicationId, at: LATER })
  await twin.person.act('acceptTalk', { id: applicationId })
}
const atDelta = ({ told }: Twin): string => told.applications.find(({ institution }) => institution === DELTA)!.id
const talksAtDelta = async (twin: Twin, here: World) => {
  await gives(twin, DELTA)
  await talks(here, 'karim', twin, atDelta(twin))
}

const courses: Record<string, Course> = {
  'does no more than that': {},
  'is in talk with another institution': { after: talksAtDelta },
  'was in talk with another institution': {
    after: async (twin, here) => {
      await talksAtDelta(twin, here)
      await endsTalk(here, 'karim', twin)
    },
  },
  'is enrolled at another institution': {
    after: (twin, here) =>
      here.as('karim').act('reportApplicationStatus', { applicationId: atDelta(twin), status: 'ENROLLED' }),
  },
  'paused, wrote meanwhile and went on': {
    after: async (twin) => {
      await pauses(twin)
      await writesWhatIsClosed(twin)
      await writesWhatIsOpen(twin)
      await goesOn(twin)
    },
  },
  'writes in what is closed to it': { after: writesWhatIsClosed },
  'gives the number statement': {
    after: (twin) => twin.person.act('givePersonalNumberStatement', { dossierId: twin.id }),
  },
  'had shared before, and stopped': {
    before: async (twin) => {
      const given = await gives(twin)
      await writesWhatIsOpen(twin)
      await twin.person.act('revokeConsent', { id: given['id'] })
    },
  },
  'had paused before': { before: async (twin) => (await pauses(twin), goesOn(twin)) },
}
const ONLY_SHARES = Object.keys(courses)[0]!
const WRITES = 'writes in what is open, for comparison'

const differences = (first: Record<string, string>, other: Record<string, string>): string[] =>
  Object.keys(first).flatMap((question) =>
    first[question] === other[question] ? [] : [`${question}: ${other[question]} instead of ${first[question]}`],
  )

describe('an institution that something is open to sees what is open to itself, and nothing beside it', () => {
  let here: World
  let twins: Map<string, Twin>
  const of = (name: string): Twin => twins.get(name)!
  const others = Object.keys(courses).slice(1)

  beforeAll(async () => {
    here = await world()
    twins = await bearTwins(here, 'eva', new Map([...Object.keys(courses), WRITES].map((name) => [name, alsoAtDelta])))
    for (const [name, twin] of twins) {
      await courses[name]?.before?.(twin)
      await gives(twin)
      await talks(here, 'marieke', twin, twin.application)
    }
    // All at one moment, so that no moment tells them apart: in the order in which what was prepared is then kept.
    const inOrder = [...twins.values()].sort((one, other) => (one.application < other.application ? -1 : 1))
    for (const twin of inOrder) await endsTalk(here, 'marieke', twin)
    for (const { id } of inOrder)
      await vi.waitUntil(
        async () => {
          const { data } = await here.as('marieke', { purpose: 'INTAKE_TALK' }).query(KEPT, { id })
          return data.dossier.applications[0].intakePreparation.versions.length === 1
        },
        { timeout: 20_000 },
      )
    for (const [name, twin] of twins) await courses[name]?.after?.(twin, here)
    await writesWhatIsOpen(of(WRITES))
  })
  afterAll(async () => {
    await here.close()
    expect(here.log).toEqual([])
  })

  function same(title: string, look: (twin: Twin, who: string) => Promise<Record<string, string>>, readers = READERS) {
    describe.each(readers)(`${title}, to %s`, (who) => {
      let first: Record<string, string>
      beforeAll(async () => {
        first = await look(of(ONLY_SHARES), who)
      })
      test.each(others)('a student who %s', async (name) => {
        expect(differences(first, await look(of(name), who))).toEqual([])
      })
    })
  }
  const feed = async (twin: Twin, who: string) => ({ feed: await heardOf(here.as(who), twin) })
  // A kept version has a seal of its own, and a hash over it.
  const sight = async (twin: Twin, who: string) =>
    Object.fromEntries(
      Object.entries(await sightOf(here, who, twin, ['INTAKE_TALK', null])).map(([question, text]) => [
        question,
        text.replaceAll(/"(sha256|seal)": ?"[0-9a-f]+"/g, '"$1":"OWN"'),
      ]),
    )

  same('in every answer', sight)
  same('in the feed', feed)
  test.each(READERS)('of what is open %s hears when it is written', async (who) => {
    const [first, other] = [await feed(of(ONLY_SHARES), who), await feed(of(WRITES), who)]
    expect(first.feed.match(/"SHARING"/g)).toHaveLength(1)
    expect(first.feed).not.toContain('"CONTENT"')
    expect(other.feed.match(/"CONTENT"/g)).toHaveLength(1)
  })

  describe('while a talk with itself is agreed', () => {
    beforeAll(async () => {
      for (const twin of twins.values()) await talks(here, 'marieke', twin, twin.application)
    })
    same('in every answer', sight)
    same('in the feed', feed)
    same(
      'in everything that can be tried',
      (twin, who) => triesOf(here.as(who, { purpose: 'INTAKE_TALK' }), twin, LATER),
      ['marieke'],
    )
    same('in every answer after that', sight)
  })
})
