import { COLOURS } from './people.ts'

const placeOf = (user: Record<string, unknown>): number =>
  Math.max(
    0,
    COLOURS.findIndex((colour) => colour === user['color']),
  )

/** Where somebody else is in the text: a line with their name. Not read aloud: the page says elsewhere who is here. */
export function caret(user: Record<string, unknown>): HTMLElement {
  const line = document.createElement('span')
  line.className = `caret caret--${placeOf(user)}`
  line.setAttribute('aria-hidden', 'true')
  const name = document.createElement('span')
  name.className = 'caret__name'
  name.textContent = String(user['name'] ?? '')
  line.append(name)
  return line
}

/** What somebody else has selected. */
export const selection = (user: Record<string, unknown>) => ({ class: `caret-selection caret--${placeOf(user)}` })
