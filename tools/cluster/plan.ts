import { join } from 'node:path'
import type { Service } from './compose.ts'

/** Where the things are on this machine that a compose file knows by the names of its own network. */
export interface Ground {
  /** A port for each service; services of one kind (the gateways) may have the same. */
  ports: ReadonlyMap<string, number>
  /** The port at which others reach it, where that is another one. */
  reached?: ReadonlyMap<string, number>
  natsUrl: string
  /** The folder with a file for each secret. */
  secrets: string
  /** How many processes of each subgraph. */
  replicas: number
}

/** One process to start. */
export interface Planned {
  /** `consent-2` */
  name: string
  service: string
  port: number
  command: readonly string[]
  env: Readonly<Record<string, string>>
  /** Services that must be ready first. */
  after: readonly string[]
}

export const isGateway = ({ name }: Pick<Service, 'name'>): boolean => name.startsWith('gateway-')

/**
 * The processes that these services are on one machine: the same commands and the same settings, except that names of hosts
 * become addresses of this machine, files of secrets stand elsewhere, and processes of one service share its port.
 */
export function planOf(services: readonly Service[], ground: Ground): Planned[] {
  const known = new Set(services.map(({ name }) => name))
  return services.flatMap((service) => {
    const port = portOf(ground, service.name)
    const env = Object.entries(service.environment).map(([key, value]) => [key, onThisMachine(key, value)] as const)
    const count = isGateway(service) ? 1 : ground.replicas
    return Array.from({ length: count }, (_, index) => ({
      name: isGateway(service) ? service.name : `${service.name}-${index + 1}`,
      service: service.name,
      port,
      command: service.command,
      env: { ...Object.fromEntries(env), PORT: String(port), HOST: '127.0.0.1', REUSE_PORT: 'on' },
      after: service.dependsOn.filter((name) => known.has(name)),
    }))
  })

  function onThisMachine(key: string, value: string): string {
    if (key.endsWith('_FILE')) return value.replace(/^\/run\/secrets\//, join(ground.secrets, '/'))
    return value.replaceAll(
      /\b(?<scheme>https?|nats):\/\/(?<host>[a-z][a-z0-9-]*):\d+/g,
      (whole: string, scheme: string, host: string) => {
        if (scheme === 'nats' && host === 'nats') return ground.natsUrl
        return known.has(host) ? `${scheme}://127.0.0.1:${ground.reached?.get(host) ?? portOf(ground, host)}` : whole
      },
    )
  }
}

function portOf({ ports }: Ground, service: string): number {
  const port = ports.get(service)
  if (port === undefined) throw new Error(`${service} has no port.`)
  return port
}
