import { expect, test } from 'vitest'
import { isAllowed, licenceFaults, printLicences, type Installed } from './licences.ts'

const one = (name: string, licence: string, isOfOneMachine = false): Installed => ({
  name,
  version: '1.0.0',
  licence,
  isOfOneMachine,
})

test('a licence is allowed when it is on the list, or leaves a choice of one that is', () => {
  expect(['MIT', 'Apache-2.0 OR PostgreSQL', '(GPL-3.0 OR MIT)', 'MIT AND ISC'].map((each) => isAllowed(each))).toEqual(
    [true, true, true, true],
  )
  expect(
    ['Elastic-2.0', 'GPL-3.0', 'MIT AND SSPL-1.0', 'Unknown', 'SEE LICENSE IN LICENSE', ''].map((each) =>
      isAllowed(each),
    ),
  ).toEqual([false, false, false, false, false, false])
})

test('a package under another licence, and a list that is out of date, are faults', () => {
  const installed = [one('good', 'MIT'), one('for-one-machine', 'ISC', true)]
  const printed = printLicences(installed)
  expect(printed).toContain('| good | 1.0.0 | MIT |')
  expect(printed).not.toContain('for-one-machine')
  expect(licenceFaults(installed, printed)).toEqual([])
  expect(licenceFaults([...installed, one('bad', 'Elastic-2.0', true)], printed)).toEqual([
    'bad 1.0.0 has the licence Elastic-2.0, which is not on the list of tools/licences.ts',
  ])
  expect(licenceFaults([one('new', 'MIT')], printed)).toEqual([
    'docs/licences.md is out of date: node tools/licences.ts',
  ])
})
