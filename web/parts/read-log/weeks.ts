const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' })

/** The Monday of the week in which this moment falls in the Netherlands, `2026-11-23`. */
export function mondayOf(moment: string): string {
  const day = new Date(`${DAY.format(new Date(moment))}T00:00:00Z`)
  const sinceMonday = (day.getUTCDay() + 6) % 7
  day.setUTCDate(day.getUTCDate() - sinceMonday)
  return day.toISOString().slice(0, 10)
}
