import { CreateConsent } from './0001-consent.ts'
import { AddCommands } from './0002-commands.ts'

/** Every step of consent's schema, in order. */
export const migrations = [
  { name: '0001-consent', class: CreateConsent },
  { name: '0002-commands', class: AddCommands },
]
