const CALENDAR = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
})
const AUGUST = 8

const calendar = (now: Date): { year: number; month: number } => {
  const [year = 0, month = 0] = CALENDAR.format(now).split('-').map(Number)
  return { year, month }
}

/** The year in which the next year of study begins, on the calendar of the Netherlands: from August on that is next year's. */
export function nextStartYear(now: Date): number {
  const { year, month } = calendar(now)
  return month < AUGUST ? year : year + 1
}

/** The years to choose from, as the hub takes them: from this calendar year on. */
export const startYears = (now: Date): readonly string[] =>
  [0, 1, 2, 3].map((more) => String(calendar(now).year + more))
