import { expect, test, vi } from 'vitest'
import { followingClock } from './clock.ts'

const HOUR = 3_600_000

test("goes by the time that it is told, not by the machine's clock", async () => {
  const clock = followingClock()
  const told = new Date(Date.now() - HOUR)
  await clock.follow(async () => told)
  expect(Math.abs(clock.now().getTime() - told.getTime())).toBeLessThan(5_000)
  // The machine's clock is set forward; the time that was told goes on as before.
  const real = Date.now()
  vi.spyOn(Date, 'now').mockReturnValue(real + HOUR)
  expect(Math.abs(clock.now().getTime() - told.getTime())).toBeLessThan(5_000)
  clock.stop()
})

test('asks again, and follows when it was wrong', async () => {
  const clock = followingClock({ everyMs: 10 })
  let ahead = 0
  await clock.follow(async () => new Date(Date.now() + ahead))
  ahead = HOUR
  await expect.poll(() => clock.now().getTime() - Date.now()).toBeGreaterThan(HOUR - 60_000)
  clock.stop()
})

test('goes on by itself while nobody can be asked', async () => {
  const clock = followingClock({ everyMs: 5 })
  let asked = 0
  await clock.follow(async () => {
    if (asked++ > 0) throw new Error('away')
    return new Date(Date.now() + HOUR)
  })
  await expect.poll(() => asked).toBeGreaterThan(2)
  expect(clock.now().getTime() - Date.now()).toBeGreaterThan(HOUR - 60_000)
  clock.stop()
})
