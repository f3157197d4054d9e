import type { Viewer } from '@doorstroomhub/kit/viewer.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

let count = 0
/** Somebody whom the provider knows and no dossier does. */
function somebody(role: 'STUDENT' | 'GUARDIAN' | 'INTAKER', name = 'Iemand Anders'): Viewer {
  const organisation = role === 'INTAKER' ? { brin: '01VB', name: 'ROC Voorbeeld', kind: 'MBO' } : null
  return { subject: `somebody-${count++}`, name, role, organisation, region: null, municipality: null, scopes: [] }
}

/** A pupil whom the mentor entered, without an account. */
async function pupil(birthDate = '2011-05-05'): Promise<string> {
  const input = { name: 'Pip de Boer', birthDate, startYear: 2027 }
  return (await here.as('joris').act('openDossier', input, '{ id }'))['id'] as string
}

async function invite(
  dossierId: string,
  role: 'STUDENT' | 'GUARDIAN',
  name = 'Pip',
): Promise<{ code: string; id: string }> {
  const shown = '{ code invitation { id name role expiresAt } }'
  const made = await here.as('joris').act('createInvitation', { dossierId, role, name }, shown)
  return { code: made['code'] as string, id: (made['invitation'] as { id: string }).id }
}

const accept = async (who: Viewer, code: string) => {
  const answer = await here.as(who).attempt('acceptInvitation', { code }, '{ id }')
  const [error] = answer.errors
  return error ? { code: error.code, message: error.message } : answer.data.acceptInvitation.id
}

test('a student does not open a dossier, whose birth date would be their own word, and hears how one comes', async () => {
  const input = { name: 'Pip', subject: 'pip', birthDate: '2000-05-05', startYear: 2027 }
  const school = { brin: '00YY', name: 'Vechtdal College', kind: 'VO' }
  const count = async () => here.database.sql('select count(*)::int from consent.dossier')
  const before = await count()
  for (const organisation of [null, school]) {
    const student = { ...somebody('STUDENT'), organisation }
    const { errors } = await here.as(student).attempt('openDossier', input, '{ id }')
    expect(errors).toMatchObject([
      { code: 'INVALID', message: expect.stringMatching(/^(Your mentor makes|Je mentor maakt)/) },
    ])
  }
  expect(await count()).toEqual(before)
})
const own = async (who: Viewer): Promise<string[]> =>
  (await here.as(who).query('{ dossiers { edges { node { id } } } }')).data.dossiers.edges.map(
    ({ node }: { node: { id: string } }) => node.id,
  )
const NO_CODE = { code: 'INVALID', message: expect.stringMatching(/^This code does not work\./) }

describe('a code of the mentor', () => {
  test('makes the student of the dossier of who had none, and nobody else after', async () => {
    const id = await pupil()
    const { code } = await invite(id, 'STUDENT')
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
    const [pip, other] = [somebody('STUDENT', 'Pip de Boer'), somebody('STUDENT')]
    expect(await own(pip)).toEqual([])
    expect(await accept(pip, code)).toBe(id)
    expect(await own(pip)).toEqual([id])
    expect(await accept(other, code)).toEqual(NO_CODE)
    expect(await own(other)).toEqual([])
    const again = await here.as('joris').attempt('createInvitation', { dossierId: id, role: 'STUDENT', name: 'Pip' })
    expect(again.errors[0]).toMatchObject({ code: 'INVALID', field: 'role' })
  })

  test('lets a guardian in, as long as the student is under 18', async () => {
    const id = await pupil()
    const mother = somebody('GUARDIAN', 'Anna de Boer')
    expect(await accept(mother, (await invite(id, 'GUARDIAN')).code)).toBe(id)
    const parties = await here
      .as('joris')
      .query(`query ($id: ID!) { dossier(id: $id) { parties { name role } } }`, { id })
    expect(parties.data.dossier.parties).toContainEqual({ name: 'Anna de Boer', role: 'GUARDIAN' })
    const grown = await here
      .as('joris')
      .attempt('createInvitation', { dossierId: here.ids['eva'], role: 'GUARDIAN', name: 'Moeder' })
    expect(grown.errors[0]).toMatchObject({ code: 'INVALID', field: 'role' })
  })

  test('is read however it was typed', async () => {
    const id = await pupil()
    const { code } = await invite(id, 'GUARDIAN')
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    expect(await accept(somebody('GUARDIAN'), typed)).toBe(id)
  })

  test('says the same of one that never was, was used, was taken back, is too old, or is for somebody else', async () => {
    const id = await pupil()
    const [used, revoked, old, students] = [
      await invite(id, 'GUARDIAN'),
      await invite(id, 'GUARDIAN'),
      await invite(id, 'GUARDIAN'),
      await invite(id, 'STUDENT'),
    ]
    await accept(somebody('GUARDIAN'), used.code)
    await here.as('joris').act('revokeInvitation', { id: revoked.id })
    const guardian = somebody('GUARDIAN')
    for (const code of [used.code, revoked.code, students.code, '0000-'.repeat(6) + '0000', 'x', ''])
      expect([code, await accept(guardian, code)]).toEqual([code, NO_CODE])
    here.clock.advance({ days: 14 })
    expect(await accept(guardian, old.code)).toEqual(NO_CODE)
    expect(await own(guardian)).toEqual([])
  })

  test('is not to be found by trying', async () => {
    const { code } = await invite(await pupil(), 'GUARDIAN')
    const guardian = somebody('GUARDIAN')
    const wrong = '0000-'.repeat(6) + '0000'
    for (let tries = 0; tries < 10; tries++) expect(await accept(guardian, wrong)).toEqual(NO_CODE)
    expect(await accept(guardian, code)).toMatchObject({ code: 'RATE_LIMITED' })
    here.clock.advance({ hours: 1 })
    expect(await accept(guardian, code)).toEqual(expect.any(String))
  })

  test('is used once by two who come at the same moment', async () => {
    const id = await pupil()
    const { code } = await invite(id, 'GUARDIAN')
    const answers = await Promise.all([accept(somebody('GUARDIAN'), code), accept(somebody('GUARDIAN'), code)])
    expect(answers.filter((answer) => answer === id)).toHaveLength(1)
    expect(answers).toContainEqual(NO_CODE)
  })

  test('gives a student who has a dossier no second one', async () => {
    const { code } = await invite(await pupil(), 'STUDENT')
    expect(await accept(here.viewer('noor'), code)).toMatchObject({ code: 'CONFLICT' })
  })

  test('is for the account of a student or a guardian alone', async () => {
    const { code } = await invite(await pupil(), 'GUARDIAN')
    expect(await accept(somebody('INTAKER'), code)).toMatchObject({ code: 'INVALID' })
    expect(await accept(here.viewer('joris'), code)).toMatchObject({ code: 'INVALID' })
  })

  test('is kept nowhere, and goes with the dossier', async () => {
    const id = await pupil()
    const { code } = await invite(id, 'STUDENT', 'Pip')
    const kept = JSON.stringify(await here.database.sql('select * from consent.invitation'))
    expect(kept).not.toContain(code)
    expect(kept).not.toContain(code.replaceAll('-', ''))
    const pip = somebody('STUDENT')
    await accept(pip, code)
    const father = somebody('GUARDIAN')
    await accept(father, (await invite(id, 'GUARDIAN')).code)
    for (let times = 0; times < 2; times++) await here.as(father).act('eraseDossier', { dossierId: id }, '')
    expect(await here.database.sql(`select * from consent.invitation where dossier_id = '${id}'`)).toEqual([])
  })
})

describe('the list of invitations', () => {
  const list = (name: string, id: string) =>
    here
      .as(name, { purpose: 'INTAKE_TALK' })
      .query('query ($id: ID!) { dossier(id: $id) { can invitations { name role } } }', { id })

  test('is the mentor’s, and holds what is open', async () => {
    const id = here.ids['noor']!
    const { id: revoked } = await invite(id, 'GUARDIAN', 'Oom')
    await invite(id, 'GUARDIAN', 'Moeder van Noor')
    await here.as('joris').act('revokeInvitation', { id: revoked })
    const { data } = await list('joris', id)
    expect(data.dossier.invitations).toEqual([{ name: 'Moeder van Noor', role: 'GUARDIAN' }])
    expect(data.dossier.can).toContain('INVITE')
    for (const name of ['noor', 'father-of-noor', 'amira', 'marieke', 'roc-voorbeeld', 'zwolle']) {
      const other = await list(name, id)
      expect([name, other.data.dossier.invitations, other.errors[0]?.code]).toEqual([name, null, 'NOT_AVAILABLE'])
      expect(other.data.dossier.can).not.toContain('INVITE')
    }
    for (const name of ['eva', 'karim', 'ilse', 'beheer'])
      expect((await list(name, id)).errors[0]?.code).toBe('NOT_FOUND')
  })

  test('does not grow without end', async () => {
    const id = await pupil()
    for (let times = 0; times < 6; times++) await invite(id, 'GUARDIAN')
    const seventh = await here.as('joris').attempt('createInvitation', { dossierId: id, role: 'GUARDIAN', name: 'Pip' })
    expect(seventh.errors[0]).toMatchObject({ code: 'INVALID' })
  })
})
