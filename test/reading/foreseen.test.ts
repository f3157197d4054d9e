import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.close())

const linesOf = async (): Promise<string[][]> =>
  (await here.database.sql<{ groups: string[] }>('select groups from consent.read_log order by id')).map(({ groups }) =>
    groups.toSorted(),
  )

test('a subgraph that is asked directly leaves in the log what was read, and nothing of what was skipped', async () => {
  const person = await here.direct('person')
  const before = (await linesOf()).length
  const answer = await person.ask(
    here.viewer('marieke'),
    `query ($id: ID!, $no: Boolean!) { _entities(representations: [{ __typename: "Dossier", id: $id }]) {
      ... on Dossier { identity { callName } contact @include(if: $no) { email } } } }`,
    { id: here.ids['noor'], no: false },
    { purpose: 'INTAKE_TALK' },
  )
  expect(answer.data._entities).toEqual([{ identity: { callName: 'Noor' } }])
  expect((await linesOf()).slice(before)).toEqual([['IDENTITY']])
})

test('nobody learns of a dossier that is not theirs, and nothing stands in its log', async () => {
  const person = await here.direct('person')
  const before = (await linesOf()).length
  const answer = await person.ask(
    here.viewer('karim'),
    `query ($id: ID!) { _entities(representations: [{ __typename: "Dossier", id: $id }]) {
      __typename ... on Dossier { identity { callName } } } }`,
    { id: here.ids['yara'] },
    { purpose: 'INTAKE_TALK' },
  )
  expect(answer.data._entities).toEqual([null])
  expect((await linesOf()).length).toBe(before)
})
