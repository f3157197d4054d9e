import type { Awareness } from 'y-protocols/awareness'
import type { Role } from '../graphql/schema.ts'

/** Somebody who has a section open now. The name and the role are the hub's own, not what their page says. */
export interface Person {
  name: string
  role: Role | null
  /** Which of the caret colours; the name always stands beside it. */
  colour: number
  isSelf: boolean
  isTyping: boolean
}

/** What the caret colours are to the room: a plain colour; the pages draw them by their place in this list. */
export const COLOURS = ['#14508c', '#7d1c21', '#1c6b38', '#6b3fa0', '#7a4a00', '#0f5f66'] as const

/** The same person has the same colour everywhere. */
export function colourOf(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return sum % COLOURS.length
}

interface State {
  user?: { name?: unknown; role?: unknown }
  typing?: unknown
}

/** One line per person, however many pages they have open; the own one first. */
export function peopleIn(awareness: Awareness): Person[] {
  const people = new Map<string, Person>()
  for (const [client, state] of awareness.getStates() as Map<number, State>) {
    const { name, role } = state.user ?? {}
    if (typeof name !== 'string' || name === '') continue
    const key = `${name} ${String(role)}`
    const isSelf = client === awareness.clientID
    const before = people.get(key)
    people.set(key, {
      name,
      role: typeof role === 'string' ? (role as Role) : null,
      colour: colourOf(name),
      isSelf: isSelf || before?.isSelf === true,
      isTyping: (!isSelf && state.typing === true) || before?.isTyping === true,
    })
  }
  return [...people.values()].sort(
    (one, other) => Number(other.isSelf) - Number(one.isSelf) || one.name.localeCompare(other.name),
  )
}
