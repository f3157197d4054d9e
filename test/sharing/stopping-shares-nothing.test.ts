import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

test('what was left out does not come back when the consent that left it out stops', async () => {
  const id = here.ids['lotte']
  const lotte = here.as('lotte')
  const needsFor = async (): Promise<string[] | null> => {
    const { data } = await here
      .as('marieke', { purpose: 'INTAKE_TALK' })
      .query('query ($id: ID!) { dossier(id: $id) { accommodations { needs { area } } careerSummary { aboutMe } } }', {
        id,
      })
    // The older consent goes on for what it alone says.
    expect(data.dossier.careerSummary).not.toBeNull()
    return data.dossier.accommodations?.needs.map(({ area }: { area: string }) => area) ?? null
  }
  const shown = await lotte.query('query ($id: ID!) { dossier(id: $id) { accommodations { needs { id area } } } }', {
    id,
  })
  const [left, ...others] = shown.data.dossier.accommodations.needs as { id: string; area: string }[]
  expect(await needsFor()).toContain(left!.area)
  const given = await lotte.act(
    'giveConsent',
    {
      dossierId: id,
      institution: '01VB',
      groups: ['ACCOMMODATIONS'],
      purpose: 'INTAKE_TALK',
      leftOut: [left!.id],
    },
    '{ id state }',
  )
  expect(given['state']).toBe('GRANTED')
  expect(await needsFor()).toEqual(others.map(({ area }) => area))
  await lotte.act('revokeConsent', { id: given['id'] }, '{ state }')
  expect(await needsFor()).toBeNull()
  const { data } = await lotte.query(
    'query ($id: ID!) { dossier(id: $id) { consents { state groups institution { brin } } } }',
    { id },
  )
  const live = data.dossier.consents.filter(
    ({ state, institution }: { state: string; institution: { brin: string } }) =>
      state === 'GRANTED' && institution.brin === '01VB',
  )
  expect(live.flatMap(({ groups }: { groups: string[] }) => groups)).not.toContain('ACCOMMODATIONS')
})

test('that there is a care coordinator says that there is care: an institution does not see one', async () => {
  const { data } = await here
    .as('marieke', { purpose: 'INTAKE_TALK' })
    .query('query ($id: ID!) { dossier(id: $id) { parties { role } conditions { name } } }', { id: here.ids['jay'] })
  expect(data.dossier.parties.map(({ role }: { role: string }) => role).sort()).toEqual(['MENTOR', 'STUDENT'])
})

test('for a municipality nothing waits, whatever step a resident takes', async () => {
  const waiting = async () =>
    (await here.as('zwolle').query('{ dossiers(filter: { waitingForMe: true }) { edges { node { id } } } }')).data
  const before = await waiting()
  for (const to of ['DRAFT', 'IN_CONSULTATION']) {
    const { data } = await here.as('eva').query('query ($id: ID!) { dossier(id: $id) { version } }', {
      id: here.ids['eva'],
    })
    const { version } = data.dossier
    expect(
      await here.as('eva').act('moveDossier', { id: here.ids['eva'], to, expectedVersion: version }, '{ status }'),
    ).toEqual({ status: to })
  }
  expect(await waiting()).toEqual(before)
  expect(before.dossiers.edges).toEqual([])
})

test('to an institution a status that it never sees is on no list, and one that it sees is', async () => {
  const listed = async (status: string) =>
    (
      await here
        .as('marieke', { purpose: 'INTAKE_TALK' })
        .query(
          'query ($status: [DossierStatus!]) { dossiers(filter: { status: $status }) { edges { node { status } } } }',
          {
            status: [status],
          },
        )
    ).data.dossiers.edges.map(({ node }: { node: { status: string } }) => node.status)
  for (const status of ['IN_CONSULTATION', 'READY', 'APPROVED', 'CLOSED', 'ERASED'])
    expect(await listed(status), status).toEqual([])
  for (const status of ['DRAFT', 'SHARED', 'ENROLLED']) expect(new Set(await listed(status))).toEqual(new Set([status]))
})

test('a dossier whose application starts a year later is kept a year longer, and goes then with every name', async () => {
  const one = async () =>
    (
      await here.database.sql<Record<string, unknown>>(
        `select d.status, d.start_year,
            (select count(*)::int from consent.application_message m join consent.application a on a.id = m.application_id
              where a.dossier_id = d.id and (m.by_name <> '' or m.recipients ->> 'municipality' is not null)) as told,
            (select count(*)::int from consent.application a where a.dossier_id = d.id and a.talk_ended_by is not null) as ended
          from consent.dossier d where d.id = $1`,
        [here.ids['tim']],
      )
    )[0]!
  const { start_year: year } = await one()
  await here.database.sql(
    `update consent.application set start_year = $2 + 1, talk_ended_by = '{"subject": "tim", "name": "Tim Mulder"}' where dossier_id = $1`,
    [here.ids['tim'], year],
  )
  await here.as('marieke', { purpose: 'INTAKE_TALK' }).act('reportApplicationStatus', {
    applicationId: here.applications['tim']!['01VB'],
    status: 'CONTRACT_OFFERED',
  })
  expect(await one()).toMatchObject({ told: 2, ended: 1 })
  // To the second of August after the year in which the dossier said that the mbo would start.
  const until = (day: number) =>
    here.clock.advance({ seconds: (Date.UTC(day, 7, 2) - here.clock.now().getTime()) / 1000 })
  until(Number(year) + 1)
  await here.timePasses()
  expect((await one())['status']).not.toBe('ERASED')
  until(Number(year) + 2)
  await here.timePasses()
  expect(await one()).toMatchObject({ status: 'ERASED', told: 0, ended: 0 })
})
