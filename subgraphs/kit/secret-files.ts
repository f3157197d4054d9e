import { readFileSync } from 'node:fs'

/**
 * Settings with `NAME_FILE` filled in from that file, as container secrets are given: the value stays out of the
 * environment and of process listings. `NAME` itself wins. Only for these names: the environment of a machine holds other
 * programs' `..._FILE` too.
 */
export function withSecretFiles(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): Record<string, string | undefined> {
  const filled = { ...env }
  for (const name of names) {
    const path = env[`${name}_FILE`]
    if (!path || filled[name] !== undefined) continue
    try {
      filled[name] = readFileSync(path, 'utf8').trim()
    } catch (cause) {
      throw new Error(`${name}_FILE names a file that cannot be read.`, { cause })
    }
  }
  return filled
}
