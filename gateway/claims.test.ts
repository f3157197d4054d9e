import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readMapping, viewerFrom } from './claims.ts'

const guide = await readFile(new URL('../docs/sign-in.md', import.meta.url), 'utf8')
/** The example of the guide under this heading. */
const example = (heading: string) =>
  readMapping(JSON.parse(new RegExp(`### ${heading}[^#]*?\`\`\`json\\n([^\`]+)\`\`\``).exec(guide)![1]!))

describe('Entree Federatie, as in the guide', () => {
  const mapping = example('Entree Federatie')
  const of = (more: Record<string, unknown>) =>
    viewerFrom(
      {
        sub: 'opaque',
        uid: 'qj7cks8qdz9ph54@vechtdal',
        givenName: 'Joris',
        eduPersonAffiliation: 'employee',
        nlEduPersonHomeOrganizationId: '00YY01',
        nlEduPersonHomeOrganization: 'Vechtdal',
        ...more,
      },
      mapping,
    )

  test('an employee is a mentor of the school, whatever the location', () => {
    expect(of({ nlEduPersonTussenvoegsels: 'van der', sn: 'Hoek' })).toEqual({
      subject: 'qj7cks8qdz9ph54@vechtdal',
      name: 'Joris van der Hoek',
      role: 'MENTOR',
      organisation: { brin: '00YY', name: 'Vechtdal College', kind: 'VO' },
      region: null,
      municipality: null,
      scopes: [],
    })
  })
  test('a student has no organisation, also in a list of one', () => {
    expect(of({ eduPersonAffiliation: ['student'], uid: ['u1@vechtdal'] })).toMatchObject({
      subject: 'u1@vechtdal',
      name: 'Joris',
      role: 'STUDENT',
      organisation: null,
    })
  })
  test('a parent is a guardian', () => expect(of({ eduPersonAffiliation: 'affiliate' }).role).toBe('GUARDIAN'))
  test('a word that the mapping does not know is nobody', () => {
    for (const said of ['alum', '', [], ['alum', 'library-walk-in'], 'constructor', 7, null])
      expect(() => of({ eduPersonAffiliation: said })).toThrow(/role/)
  })
  test('an employee of a school that is not named is not let in: its kind is not known', () => {
    expect(() => of({ nlEduPersonHomeOrganizationId: '11ZZ03' })).toThrow(/kind of organisation/)
  })
})

describe('SURFconext, as in the guide', () => {
  const mapping = example('SURFconext')
  const of = (home: string, affiliation: string[]) =>
    viewerFrom(
      { sub: 'a1', name: 'Marieke', eduperson_affiliation: affiliation, schac_home_organization: home },
      mapping,
    )

  test('of several words the first of the mapping counts, and the organisation may change what it means', () => {
    expect(of('rocvoorbeeld.nl', ['member', 'student', 'employee'])).toMatchObject({
      role: 'INTAKER',
      organisation: { brin: '01VB', name: 'ROC Voorbeeld', kind: 'MBO' },
    })
    expect(of('vechtdalcollege.nl', ['employee', 'member'])).toMatchObject({
      role: 'MENTOR',
      organisation: { brin: '00YY', kind: 'VO' },
    })
    expect(of('elsewhere.nl', ['student', 'member'])).toMatchObject({ role: 'STUDENT', organisation: null })
  })
  test('an employee from elsewhere is not let in', () => {
    for (const home of ['elsewhere.nl', 'constructor', '__proto__', ''])
      expect(() => of(home, ['employee'])).toThrow(/organisation/)
  })
})

test.for([
  ['a list', [], /object/],
  ['a name that is not there', { rolle: 'x' }, /"rolle"/],
  ['a claim that is a number', { role: 7 }, /"role"/],
  ['a role that is none of the nine', { roles: { employee: 'TEACHER' } }, /MENTOR/],
  ['an organisation without a brin', { organisations: { x: { name: 'X', kind: 'VO' } } }, /brin/],
  ['an organisation of another kind', { organisations: { x: { brin: '00YY', name: 'X', kind: 'HBO' } } }, /kind/],
  ['parts of a name that are no list', { nameParts: 'sn' }, /nameParts/],
] as const)('a mapping is refused in words: %s', ([, given, words]) => {
  expect(() => readMapping(given)).toThrow(words)
})
