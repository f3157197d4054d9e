import { parse } from 'yaml'

/** A service of docker-compose.yml that runs our own image: one process of the hub. */
export interface Service {
  name: string
  command: readonly string[]
  environment: Readonly<Record<string, string>>
  /** Names under /run/secrets. */
  secrets: readonly string[]
  dependsOn: readonly string[]
}

interface ComposeService {
  image?: string
  command?: readonly string[]
  environment?: Readonly<Record<string, string | number | null>>
  secrets?: readonly string[]
  depends_on?: Readonly<Record<string, unknown>>
}

const IMAGE = 'doorstroomhub'

/** The services of ours in a compose file, with `${NAME}` filled in from `env` as Docker Compose does it. */
export function ourServices(text: string, env: Readonly<Record<string, string | undefined>>): Service[] {
  const { services } = parse(text, { merge: true }) as { services: Record<string, ComposeService> }
  return Object.entries(services).flatMap(([name, service]) => {
    if (service.image !== IMAGE) return []
    if (!service.command) throw new Error(`docker-compose.yml does not say what ${name} runs.`)
    const environment = Object.entries(service.environment ?? {}).map(
      ([key, value]) => [key, filledIn(String(value ?? ''), env)] as const,
    )
    return [
      {
        name,
        command: service.command,
        environment: Object.fromEntries(environment),
        secrets: service.secrets ?? [],
        dependsOn: Object.keys(service.depends_on ?? {}),
      },
    ]
  })
}

/** `${NAME:-default}` and `${NAME:?why it is needed}`, the two forms that our file uses. */
function filledIn(text: string, env: Readonly<Record<string, string | undefined>>): string {
  return text.replaceAll(/\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest = '') => {
    const value = env[name]
    if (value) return value
    if (kind === '?') throw new Error(`${name} is missing: ${rest}`)
    return kind === '-' ? rest : ''
  })
}
