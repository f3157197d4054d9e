import { faker } from '@faker-js/faker/locale/nl'

/** Fixed, so that every hub invents the same people. */
const SEED = 20180401

/** Begins the draws of one dossier; all that follow, until the next begin, are the same on every run. */
export function beginDraws(index: number): void {
  faker.seed([SEED, index])
}

/** True this often, between 0 and 1. */
export const chance = (often: number): boolean => faker.number.float() < often

/** A whole number, both ends included. */
export const between = (min: number, max: number): number => faker.number.int({ min, max })

/** One of these. */
export const pick = <T>(from: readonly T[]): T => faker.helpers.arrayElement(from)

/** So many of these, or all when there are fewer, each at most once. */
export const some = <T>(from: readonly T[], count: number): T[] => faker.helpers.arrayElements(from, count)

/** One of these, weighed. */
export const weighed = <T>(from: readonly { weight: number; value: T }[]): T => faker.helpers.weightedArrayElement(from)

/** A first name that is given to girls, or to boys. */
export const firstName = (sex: 'female' | 'male'): string => faker.person.firstName(sex)

/** A surname of the Dutch list, with its prefix in front. */
export const surname = (): string => faker.person.lastName()

/** A street of nowhere. */
export const street = (): string => faker.location.street().replace(/^./, (first) => first.toUpperCase())

/** A full name that belongs to this number, without a draw: staff keep theirs in every dossier. */
export function nameFor(number: number): string {
  const { female = [], male = [] } = faker.definitions.person.first_name
  const { generic = [] } = faker.definitions.person.last_name
  const first = number % 2 === 0 ? female : male
  return `${first[(number * 37) % first.length]} ${generic[(number * 11) % generic.length]}`
}
