import { readFileSync } from 'node:fs'

/**
 * Settings with `NAME_FILE` filled in from that file, as container secrets are given: the value stays out of the
 * environment and of process listings. `NAME` itself wins.
 */
export function withSecretFiles(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const filled = { ...env }
  for (const [name, path] of Object.entries(env)) {
    if (!name.endsWith('_FILE') || !path) continue
    const setting = name.slice(0, -'_FILE'.length)
    if (filled[setting] !== undefined) continue
    try {
      filled[setting] = readFileSync(path, 'utf8').trim()
    } catch (cause) {
      throw new Error(`${name} names a file that cannot be read.`, { cause })
    }
  }
  return filled
}
