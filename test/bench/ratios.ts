import type { Measured } from './rounds.ts'
import { median, NOISY, spreadOf, type Ratio } from './row.ts'

/** One contestant's figure over another's: of the medians, and marked when the rounds of either lie too far apart. */
export function ratio(
  name: string,
  over: Measured,
  under: Measured,
  figure: 'perSecond' | 'cpuMs' | 'ownCpuMs',
  reach: Ratio['reach'],
): Ratio {
  const [a, b] = [over[figure] ?? null, under[figure] ?? null]
  if (a === null || b === null)
    return { name, value: null, reach, noisy: false, why: 'this system does not tell CPU time' }
  return { name, value: median(a) / median(b), reach, noisy: [a, b].some((rounds) => spreadOf(rounds) > NOISY) }
}
