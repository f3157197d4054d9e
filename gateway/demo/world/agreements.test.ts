import { expect, test } from 'vitest'
import { agreements, allowedGroups } from './agreements.ts'
import { datesFrom } from './dates.ts'
import { moments } from './days.testing.ts'
import { programmes } from './programmes.ts'
import { organisations, regions } from './region.ts'

test('organisations and programmes have numbers of the right form, each once', () => {
  for (const { brin } of organisations) expect(brin).toMatch(/^[0-9]{2}[A-Z]{2}$/)
  const crebos = Object.values(programmes).map(({ crebo }) => crebo)
  for (const crebo of crebos) expect(crebo).toMatch(/^[0-9]{5}$/)
  expect(new Set(crebos).size).toBe(crebos.length)
})

test('each region has one active agreement, in force for a year at least, on every day', () => {
  for (const moment of moments) {
    const all = agreements(datesFrom(moment))
    expect(all.map(({ region }) => region)).toEqual(regions.map(({ code }) => code))
    for (const { allowed, signers, activatedAt } of all) {
      for (const { from } of allowed) expect(Date.parse(from)).toBeLessThan(moment.getTime() - 330 * 86_400_000)
      expect(signers).toHaveLength(2)
      expect(activatedAt < moment).toBe(true)
    }
  }
})

test('Utrecht lets no plus document and no condition go along, and every region the career file only for the start', () => {
  for (const { region, allowed } of agreements(datesFrom(new Date('2026-11-24T12:00:00Z')))) {
    const purposesOf = (group: string): string[] => allowed.find((one) => one.group === group)?.purposes ?? []
    expect(purposesOf('CAREER_FILE')).toEqual(['STUDY_START'])
    expect(['', 'SUPPORT_ARRANGEMENT']).toContain(purposesOf('CONDITION').join())
    if (region === '19') expect([...purposesOf('PLUS_DOCUMENT'), ...purposesOf('CONDITION')]).toEqual([])
    if (region === '10') expect(purposesOf('CONDITION')).toEqual(['SUPPORT_ARRANGEMENT'])
  }
  expect(allowedGroups('19', 'INTAKE_TALK')).not.toContain('PLUS_DOCUMENT')
})
