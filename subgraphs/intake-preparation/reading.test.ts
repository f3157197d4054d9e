import { openEmbedded } from '@doorstroomhub/kit/embedded.ts'
import { memoryBus } from '@doorstroomhub/kit/bus.ts'
import type { OpenSubgraph } from '@doorstroomhub/kit/subgraph.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import { parse, type ExecutionResult } from 'graphql'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedSection } from './seed.ts'
import { entities } from './entities.ts'
import { intakePreparation } from './main.ts'
import { migrations } from './migrations/list.ts'
import { asker, everything, testReferee, type TestReferee } from './referee.testing.ts'
import { preparationIdOf } from './sections.ts'

const applicationId = randomUUID()
const dossierId = randomUUID()
const at = new Date('2026-11-02T10:00:00Z')
const noor = { subject: 'noor', name: 'Noor', role: 'STUDENT' as const }
const joris = { subject: 'joris', name: 'Joris', role: 'MENTOR' as const }
let database: Awaited<ReturnType<typeof openEmbedded>>
let subgraph: OpenSubgraph
let referee: TestReferee

beforeAll(async () => {
  database = await openEmbedded({ memory: true })
  referee = testReferee(dossierId)
  referee.let('noor', everything)
  referee.let('marieke', { SUMMARY: 'READ', QUESTIONS: 'WRITE', AGREEMENTS: 'WRITE' })
  referee.let('karim', 'closed')
  subgraph = await intakePreparation.open({
    database,
    bus: memoryBus(),
    judge: referee.judge,
    clock: () => at,
    report: async () => undefined,
    erased: async () => [],
    talksEnded: async () => [],
    onError: () => undefined,
    keys: {},
  })
  const owner = await database.open({ schema: 'intake_preparation', entities, migrations })
  for (const section of ['SUMMARY', 'SUPPORT'] as const)
    await seedSection(owner.em(), {
      applicationId,
      dossierId,
      section,
      at,
      paragraphs: [
        { text: `Ik werk <graag> met dieren & mensen. (${section})`, by: noor },
        { text: 'Noor kan goed luisteren.', by: joris },
      ],
    })
}, 60_000)
afterAll(async () => {
  await subgraph.close()
  await database.close()
})

const FIELDS = `id sections { key access text html updatedAt contributors { name role lastAt } } versions { number }`
async function read(asking: Asking, representation: Record<string, string>): Promise<ExecutionResult> {
  return (await subgraph.execute({
    document: parse(`query ($of: [_Any!]!) { _entities(representations: $of) {
      __typename ... on Application { intakePreparation { ${FIELDS} } } ... on IntakePreparation { ${FIELDS} } } }`),
    variables: { of: [representation] },
    asking,
  })) as ExecutionResult
}
const entity = (result: ExecutionResult) => (result.data?.['_entities'] as Record<string, never>[])[0]
const codes = (result: ExecutionResult) => result.errors?.map(({ extensions }) => extensions['code'])

test('a student reads all sections as text and safe HTML, with who wrote them', async () => {
  const { intakePreparation: preparation } = entity(
    await read(asker('noor', 'STUDENT'), { __typename: 'Application', id: applicationId }),
  ) as never as { intakePreparation: { sections: unknown[] } }
  expect(preparation.sections[0]).toEqual({
    key: 'SUMMARY',
    access: 'WRITE',
    text: 'Ik werk <graag> met dieren & mensen. (SUMMARY)\nNoor kan goed luisteren.',
    html: '<p>Ik werk &lt;graag&gt; met dieren &amp; mensen. (SUMMARY)</p><p>Noor kan goed luisteren.</p>',
    updatedAt: at.toISOString(),
    contributors: [
      { name: 'Joris', role: 'MENTOR', lastAt: at.toISOString() },
      { name: 'Noor', role: 'STUDENT', lastAt: at.toISOString() },
    ],
  })
  expect(preparation.sections[1]).toMatchObject({
    key: 'QUESTIONS',
    access: 'WRITE',
    text: '',
    html: '',
    updatedAt: null,
    contributors: [],
  })
})

test.each([
  ['by its application', { __typename: 'Application', id: applicationId }],
  ['by its own id', { __typename: 'IntakePreparation', id: preparationIdOf(applicationId) }],
])('a section that is closed to an intaker tells nothing: %s', async (_how, representation) => {
  const result = await read(asker('marieke', 'INTAKER'), representation)
  const found = entity(result) as never as { intakePreparation?: { sections: unknown[] }; sections?: unknown[] }
  const sections = (found.intakePreparation ?? found).sections
  expect(result.errors).toBeUndefined()
  expect(sections?.[2]).toEqual({
    key: 'SUPPORT',
    access: 'NONE',
    text: null,
    html: null,
    updatedAt: null,
    contributors: [],
  })
  expect(sections?.[0]).toMatchObject({ key: 'SUMMARY', access: 'READ' })
})

test.each([
  ['Application', applicationId],
  ['IntakePreparation', preparationIdOf(applicationId)],
])('a closed group is null and NOT_AVAILABLE, and somebody without a relation finds no %s', async (__typename, id) => {
  expect(codes(await read(asker('karim', 'INTAKER'), { __typename, id }))).toEqual(['NOT_AVAILABLE'])
  const stranger = await read(asker('ilse', 'REGION_ANALYST'), { __typename, id })
  expect(entity(stranger)).toBeNull()
  const nobody = await read(asker('noor', 'STUDENT'), { __typename: 'IntakePreparation', id: randomUUID() })
  expect(entity(nobody)).toBeNull()
})

test('an application of which nobody opened the document has an empty one, with an id that stays', async () => {
  const other = randomUUID()
  const ask = async () =>
    (
      entity(await read(asker('noor', 'STUDENT'), { __typename: 'Application', id: other })) as never as {
        intakePreparation: { id: string; sections: unknown[] }
      }
    ).intakePreparation
  expect((await ask()).sections).toHaveLength(4)
  expect((await ask()).id).toBe(preparationIdOf(other))
  expect(
    entity(await read(asker('noor', 'STUDENT'), { __typename: 'IntakePreparation', id: preparationIdOf(other) })),
  ).not.toBeNull()
})

test('an id that is no id finds nothing and breaks nothing', async () => {
  for (const id of ['', 'x', "'; drop table document; --", 'ffffffff-ffff-ffff-ffff-fffffffffffff'])
    for (const __typename of ['Application', 'IntakePreparation'])
      expect(entity(await read(asker('noor', 'STUDENT'), { __typename, id }))).toBeNull()
})
