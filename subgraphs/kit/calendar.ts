/**
 * Days and times as people in Europe/Amsterdam live them. Every rule that hangs on a day (an age, a deadline)
 * is judged here, so that two places can never disagree about when a day begins.
 */

const ZONE = 'Europe/Amsterdam'
const HOUR = 3_600_000
/** More hours than one run of the hub asks about; the memory is emptied when it gets there. */
const REMEMBERED_HOURS = 4_096

let formatter: Intl.DateTimeFormat | undefined
const offsets = new Map<number, number>()

/** Milliseconds that Amsterdam is ahead of UTC. Since 1940 this changes on whole hours only, so one answer serves an hour. */
function offsetAt(time: number): number {
  const hour = Math.floor(time / HOUR)
  const known = offsets.get(hour)
  if (known !== undefined) return known
  formatter ??= new Intl.DateTimeFormat('en-US', {
    timeZone: ZONE,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const wall: Record<string, number> = {}
  for (const { type, value } of formatter.formatToParts(hour * HOUR)) wall[type] = Number(value)
  const { year = NaN, month = NaN, day = NaN, hour: hours = NaN, minute = NaN, second = NaN } = wall
  const offset = Date.UTC(year, month - 1, day, hours, minute, second) - hour * HOUR
  if (offsets.size >= REMEMBERED_HOURS) offsets.clear()
  offsets.set(hour, offset)
  return offset
}

/** The calendar day (`YYYY-MM-DD`) in Amsterdam at this instant. Throws RangeError on an invalid Date. */
export function dayIn(at: Date): string {
  const time = at.getTime()
  return new Date(time + offsetAt(time)).toISOString().slice(0, 10)
}

/**
 * The instant at which clocks in Amsterdam show this time; months count from 1, and a day past the end of its month
 * runs on into the next. An hour that the clocks skip is read as the hour after it; of an hour that comes twice, the first.
 */
export function amsterdam(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): Date {
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  const before = offsetAt(wall - 24 * HOUR)
  const after = offsetAt(wall + 24 * HOUR)
  const early = wall - before
  if (offsetAt(early) === before) return new Date(early)
  const late = wall - after
  return new Date(offsetAt(late) === after ? late : early)
}

/** The instant at which the school year begins that begins in this year: on 1 August in Amsterdam. */
export const startOfSchoolYear = (year: number): Date => amsterdam(year, 8, 1)

const DAY = /^\d{4}-\d\d-\d\d$/

/**
 * Age in whole years at this instant: it rises at 00:00 in Amsterdam on the birthday. Comparing month and day as text
 * makes 29 February count as 1 March in other years by itself. Throws RangeError when the birth date is not `YYYY-MM-DD`.
 */
export function ageOn(birthDate: string, at: Date): number {
  if (!DAY.test(birthDate)) throw new RangeError('a birth date is written YYYY-MM-DD')
  const today = dayIn(at)
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}
