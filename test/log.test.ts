import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from './world.ts'

describe('when a read cannot be written in the log', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.close())
  const QUESTION =
    'query ($id: ID!) { dossier(id: $id) { id identity { surname } careerSummary { aboutMe } applications { status } } }'

  test('the answer is no, whoever asks, and the student still reads the own dossier', async () => {
    const id = here.ids['noor']
    await here.database.sql('alter table consent.read_log rename to read_log_away')
    for (const [who, purpose] of [
      ['marieke', 'INTAKE_TALK'],
      ['joris', null],
      ['father-of-noor', null],
      ['roc-voorbeeld', 'INTAKE_TALK'],
      ['zwolle', null],
    ] as const) {
      const answer = await here.as(who, { purpose }).query(QUESTION, { id })
      expect(answer.text, who).not.toMatch(/Vries|ik ben Noor|APPLIED/i)
      expect(
        answer.errors.map(({ code }) => code),
        who,
      ).toContain('INTERNAL')
      expect(answer.text, who).not.toMatch(/read_log|select|insert|consent\./)
    }
    expect((await here.as('noor').query(QUESTION, { id })).data.dossier.identity).toEqual({ surname: 'Vries' })
    await here.database.sql('alter table consent.read_log_away rename to read_log')
    const again = await here.as('marieke', { purpose: 'INTAKE_TALK' }).query(QUESTION, { id })
    expect(again.data.dossier.identity).toEqual({ surname: 'Vries' })
    expect(here.log.length).toBeGreaterThan(0)
    expect(here.log.join('')).not.toMatch(/Vries|noor|marieke|Marieke/)
  })
  test('nobody changes or removes a line of it', async () => {
    await here.as('marieke', { purpose: 'INTAKE_TALK' }).query(QUESTION, { id: here.ids['noor'] })
    for (const statement of ["update consent.read_log set reader = 'nobody'", 'delete from consent.read_log'])
      await expect(here.database.sql(statement)).rejects.toThrow('append-only')
  })
})
