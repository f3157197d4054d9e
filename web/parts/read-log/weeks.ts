import type { Entry } from './read-log.tsx'

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' })

/** The Monday of the week in which this moment falls in the Netherlands, `2026-11-23`. */
export function mondayOf(moment: string): string {
  const day = new Date(`${DAY.format(new Date(moment))}T00:00:00Z`)
  const sinceMonday = (day.getUTCDay() + 6) % 7
  day.setUTCDate(day.getUTCDate() - sinceMonday)
  return day.toISOString().slice(0, 10)
}

/** Who it was, on which day. */
export const keyOf = ({ at, reader, role, organisation }: Entry): string =>
  JSON.stringify([DAY.format(new Date(at)), reader, role, organisation?.name])

/** The entries of each reader on each day together, in the order in which they came. */
export function byReaderAndDay(entries: readonly Entry[]): Entry[][] {
  const found = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const same = found.get(key)
    if (same) same.push(entry)
    else found.set(key, [entry])
  }
  return [...found.values()]
}

/** What was seen on each ground, for each purpose: every group once. */
export function byGround(entries: readonly Entry[]): Pick<Entry, 'groups' | 'purpose' | 'basis'>[] {
  const found = new Map<string, Pick<Entry, 'groups' | 'purpose' | 'basis'>>()
  for (const { groups, purpose, basis } of entries) {
    const key = JSON.stringify([basis, purpose])
    found.set(key, { basis, purpose, groups: [...new Set([...(found.get(key)?.groups ?? []), ...groups])] })
  }
  return [...found.values()]
}
