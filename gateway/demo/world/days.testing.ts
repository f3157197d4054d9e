import { amsterdam } from '@doorstroomhub/kit/calendar.ts'

/** Days on which a demo could start, among them those on which something turns. */
const days: readonly (readonly [year: number, month: number, day: number])[] = [
  ...[2024, 2026, 2027, 2028, 2031, 2032].flatMap((year) => [
    [year, 2, 28] as const,
    [year, 3, 1] as const,
    [year, 4, 1] as const,
    [year, 4, 2] as const,
    [year, 4, 3] as const,
    [year, 9, 30] as const,
    [year, 10, 1] as const,
    [year, 12, 31] as const,
  ]),
  [2024, 2, 29],
  [2028, 2, 29],
  [2032, 2, 29],
  [2026, 1, 1],
  [2026, 3, 29],
  [2026, 10, 25],
  [2026, 6, 15],
  [2026, 11, 24],
  [2027, 7, 10],
  [2044, 2, 29],
  [2096, 8, 20],
]

/** Each of those days at its first moment, in its middle and at its last. */
export const moments: readonly Date[] = days.flatMap(([year, month, day]) => [
  amsterdam(year, month, day),
  amsterdam(year, month, day, 13, 30),
  new Date(amsterdam(year, month, day + 1).getTime() - 1),
])
