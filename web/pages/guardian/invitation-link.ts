const KEPT = 'invitation'

/** The address that brings somebody here with the code filled in. What stands after the # is not sent to any server. */
export const linkOf = (code: string): string => `${location.origin}/uitnodiging#${code}`

/** Keeps the code of a link in this tab, over the signing in; false when there is none. */
export function keepCode(hash: string): boolean {
  if (hash === '') return false
  try {
    sessionStorage.setItem(KEPT, hash)
  } catch {
    // A browser that keeps nothing: then the code is typed over.
  }
  return true
}

/** The code that a link brought, this once. */
export function takeCode(): string {
  try {
    const code = sessionStorage.getItem(KEPT) ?? ''
    sessionStorage.removeItem(KEPT)
    return code
  } catch {
    return ''
  }
}
