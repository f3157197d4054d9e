import { expect, test } from 'vitest'
import { lookAt } from './checks.ts'

test('a hundred who look at the same time are one question to what is looked at, and the next is another', async () => {
  let looked = 0
  let answer: () => void = () => undefined
  const checks = {
    database() {
      looked++
      return looked === 1 ? new Promise<void>((resolve) => (answer = resolve)) : Promise.reject(new Error('away'))
    },
  }
  const all = Promise.all(Array.from({ length: 100 }, () => lookAt(checks)))
  answer()
  for (const parts of await all) expect(parts).toEqual([{ name: 'database', ready: true }])
  expect(looked).toBe(1)
  expect(await lookAt(checks)).toEqual([{ name: 'database', ready: false }])
  expect(looked).toBe(2)
})
