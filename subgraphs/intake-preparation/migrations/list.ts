import { CreateIntakePreparation } from './0001-intake-preparation.ts'
import { AddTalks } from './0002-talks.ts'
import { AddParts } from './0003-parts.ts'

/** Every step of this schema, in order. */
export const migrations = [
  { name: '0001-intake-preparation', class: CreateIntakePreparation },
  { name: '0002-talks', class: AddTalks },
  { name: '0003-parts', class: AddParts },
]
