import type { Dates } from '../dates.ts'
import type { WorldDossier } from '../types.ts'
import { daan } from './daan.ts'
import { eva } from './eva.ts'
import { fatima } from './fatima.ts'
import { jay } from './jay.ts'
import { lotte } from './lotte.ts'
import { mees } from './mees.ts'
import { noor } from './noor.ts'
import { sem } from './sem.ts'
import { tim } from './tim.ts'
import { yara } from './yara.ts'

/** The dossiers of the ten demo students, as they are on the day of these dates. */
export const ten = (dates: Dates): WorldDossier[] =>
  [noor, sem, fatima, daan, yara, tim, lotte, mees, eva, jay].map((person) => person(dates))
