/**
 * Texts that a person keeps on their own device, to go on without a connection. Only after they said that it is theirs; everything
 * goes when they sign out, or when somebody else signs in.
 */
const OWNER = 'own-device'
const PREFIX = 'doorstroomhub/'
const FORGOTTEN = 'own-device-forgotten'
/** Another tab lets go of a database within this, or never. */
const PATIENCE_MS = 2_000

function owner(): string | null {
  try {
    return localStorage.getItem(OWNER)
  } catch {
    return null
  }
}

export const isOwnDevice = (subject: string): boolean => owner() === subject

/** Whether this browser can keep anything. */
export function claimDevice(subject: string): boolean {
  try {
    localStorage.setItem(OWNER, subject)
    return 'indexedDB' in globalThis
  } catch {
    return false
  }
}

/** The name of a text's database. */
export const nameOnDevice = (subject: string, text: string): string => `${PREFIX}${subject}/${text}`

/** Whoever holds a text open lets go of it. */
export function onDeviceForgotten(listener: () => void): () => void {
  addEventListener(FORGOTTEN, listener)
  return () => removeEventListener(FORGOTTEN, listener)
}

const remove = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = request.onerror = () => resolve()
  })

/** Takes one text, or all of them and the word that the device is theirs, from the device. */
export async function forgetDevice(name?: string): Promise<void> {
  try {
    if (name !== undefined) return await remove(name)
    localStorage.removeItem(OWNER)
    dispatchEvent(new Event(FORGOTTEN))
    const all = await indexedDB.databases()
    const done = Promise.all(all.flatMap((each) => (each.name?.startsWith(PREFIX) ? [remove(each.name)] : [])))
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Somebody signed in: what another person kept here goes. */
export async function forgetOthers(subject: string): Promise<void> {
  const before = owner()
  if (before !== null && before !== subject) await forgetDevice()
}
