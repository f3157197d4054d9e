import type { Purpose } from '../../graphql/schema.ts'
import type { Words } from '../../texts/words.ts'
import { PURPOSES } from '../../texts/orders.ts'

/** Whose eyes, in the address: a school and what it looks for. */
export interface Seeing {
  school?: string | undefined
  waarvoor?: Purpose | undefined
}

/** What an address says of it; what it does not say well is left out. */
export const seeingIn = ({ school, waarvoor }: Record<string, unknown>): Seeing => ({
  ...(typeof school === 'string' ? { school } : {}),
  ...(PURPOSES.includes(waarvoor as Purpose) ? { waarvoor: waarvoor as Purpose } : {}),
})

/** The purposes to choose from, in words. */
export const purposesOf = (w: Words): [Purpose, string][] => PURPOSES.map((purpose) => [purpose, w.purpose[purpose]])
