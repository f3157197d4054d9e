import type { Dates } from './dates.ts'
import { generate } from './generate.ts'
import { ten } from './people/ten.ts'
import type { WorldDossier } from './types.ts'

/** How many dossiers the demo has beside the ten; the index of the first that `npm run seed` adds. */
export const GENERATED = 300

/** Where those lie. */
const REGIONS = ['10', '19']

/** Every dossier of the demo: the ten people, and pupils that make their region look like one. */
export const demoDossiers = (dates: Dates): WorldDossier[] => [
  ...ten(dates),
  ...Array.from({ length: GENERATED }, (_, index) => generate(index, dates, REGIONS)),
]
