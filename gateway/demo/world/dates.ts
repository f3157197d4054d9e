import { amsterdam, dayIn } from '@doorstroomhub/kit/calendar.ts'

/** A school year to apply for, and when consents given for it expire. */
export interface Season {
  startYear: number
  expiresAt: Date
}

/**
 * The moments of the demo world, all counted from one today, so that ages and cases stay true on any later day.
 * What happened at least a day ago lies in the past at any hour of today.
 */
export interface Dates {
  today: string
  /** The day so many days before today; negative is still to come. */
  ago(days: number): string
  /** The year in which that day lies. */
  yearOf(days: number): number
  /** The day itself, or the Friday before when that is in a weekend: for what happens at school or at work. */
  schoolDay(days: number): string
  /** The instant, so many days before today, at which clocks in Amsterdam show `HH:MM`. */
  at(days: number, clock: string): Date
  /** The birth date of who is this old today and had a birthday so many days ago. */
  born(age: number, daysSinceBirthday: number): string
  /** The last 29 February that makes a person 16 or older today. */
  bornOnLeapDay(): string
  /** The year that pupils apply for now: the coming summer's; from 1 October on the next. */
  season: Season
  /** The last year whose 2 April has passed: for who applied just before and just after the date that counts. */
  spring: Season & {
    /** How many days ago that 2 April was, at least 1. */
    daysSince: number
  }
}

const DAY = 86_400_000
const pad = (number: number, width = 2): string => String(number).padStart(width, '0')
const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
const parts = (day: string): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8)),
]

/** The day so many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** The instant at which somebody reaches this age. */
export function turns(birthDate: string, age: number): Date {
  const [year, month, day] = parts(birthDate)
  return amsterdam(year + age, month, day)
}

/** All moments of the demo world, as seen from now. */
export function datesFrom(now: Date): Dates {
  const today = dayIn(now)
  const year = Number(today.slice(0, 4))
  const ago = (days: number): string => addDays(today, -days)
  const nextOctober = today.slice(5) >= '10-01' ? year + 1 : year
  const expiresAt = amsterdam(nextOctober, 10, 1)
  const springYear = today.slice(5) > '04-02' ? year : year - 1
  return {
    today,
    ago,
    yearOf: (days) => Number(ago(days).slice(0, 4)),
    schoolDay(days) {
      const day = ago(days)
      const weekday = new Date(day).getUTCDay()
      return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day
    },
    at(days, clock) {
      const [y, month, day] = parts(ago(days))
      return amsterdam(y, month, day, Number(clock.slice(0, 2)), Number(clock.slice(3)))
    },
    born(age, daysSinceBirthday) {
      const [y, month, day] = parts(ago(daysSinceBirthday))
      const born = y - age
      return `${pad(born, 4)}-${pad(month)}-${pad(month === 2 && day === 29 && !isLeap(born) ? 28 : day)}`
    },
    bornOnLeapDay() {
      // In a leap year 29 February itself counts, in others 1 March: as text both are at or before today's month and day.
      let born = today.slice(5) >= '02-29' ? year - 16 : year - 17
      while (!isLeap(born)) born -= 1
      return `${pad(born, 4)}-02-29`
    },
    season: { startYear: nextOctober, expiresAt },
    spring: {
      startYear: springYear,
      expiresAt,
      daysSince: Math.round((Date.parse(today) - Date.parse(`${springYear}-04-02`)) / DAY),
    },
  }
}
