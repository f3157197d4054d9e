/** What must work for the hub to be of use, by name; each rejects when it does not. */
export type Checks = Readonly<Record<string, () => Promise<void>>>

/** How long a check may take before it counts as failed. */
const CHECK_MS = 2_000

/** Whether each part works, at this moment. `away` hears why one does not. */
export function lookAt(
  checks: Checks,
  away: (name: string, cause: unknown) => void = () => undefined,
): Promise<{ name: string; ready: boolean }[]> {
  return Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      try {
        await together(check)
        return { name, ready: true }
      } catch (cause) {
        away(name, cause)
        return { name, ready: false }
      }
    }),
  )
}

/** Who looks while another does hears what that one finds: health is asked without a proof, and a flood of it is one question. */
const looking = new WeakMap<() => Promise<void>, Promise<void>>()
function together(check: () => Promise<void>): Promise<void> {
  const known = looking.get(check)
  if (known) return known
  const look = within(CHECK_MS, check()).finally(() => looking.delete(check))
  looking.set(check, look)
  return look
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms.`)), milliseconds)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
