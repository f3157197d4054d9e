const ZONE = 'Europe/Amsterdam'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** How far the clock of the Netherlands is ahead of UTC at an instant, in milliseconds. */
function ahead(at: number): number {
  const read = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read
  return Date.UTC(year, month - 1, day, hour, minute, second) - at
}

/** The moment of a day and a time on the clock of the Netherlands, wherever the device is; null when that is no time. */
export function momentOf(day: string, time: string): string | null {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(asUtc)) return null
  // The offset of the guess may be that of the other side of a change of the clock; the second time it is right.
  const guess = asUtc - ahead(asUtc)
  return new Date(asUtc - ahead(guess)).toISOString()
}
