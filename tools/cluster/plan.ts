import { join } from 'node:path'
import type { Service } from './compose.ts'

/** Where the things are on this machine that a compose file knows by the names of its own network. */
export interface Ground {
  /** A port for each service; services of one kind (the gateways) may have the same. */
  ports: ReadonlyMap<string, number>
  /** Services that run on another machine than this one. */
  machines?: ReadonlyMap<string, Machine>
  natsUrl: string
  /** The folder with a file for each secret. */
  secrets: string
  /** How many processes of each subgraph. */
  replicas: number
}

/** Where a service runs when that is not here. */
export interface Machine {
  /** Its address, at which the service listens and is reached. */
  host: string
  /** What starts a program there: a command before the program's own. */
  enter: readonly string[]
}

/** One process to start. */
export interface Planned {
  /** `consent-2` */
  name: string
  service: string
  port: number
  command: readonly string[]
  /** What starts its command where it runs; nothing for this machine. */
  enter?: readonly string[]
  env: Readonly<Record<string, string>>
  /** Services that must be ready first. */
  after: readonly string[]
}

const HERE: Machine = { host: '127.0.0.1', enter: [] }

export const isGateway = ({ name }: Pick<Service, 'name'>): boolean => name.startsWith('gateway-')

/**
 * The processes that these services are on one machine: the same commands and the same settings, except that names of hosts
 * become addresses of this machine, files of secrets stand elsewhere, and processes of one service share its port.
 */
export function planOf(services: readonly Service[], ground: Ground): Planned[] {
  const known = new Set(services.map(({ name }) => name))
  return services.flatMap((service) => {
    const port = portOf(ground, service.name)
    const { host, enter } = ground.machines?.get(service.name) ?? HERE
    const env = Object.entries(service.environment).map(([key, value]) => [key, onThisMachine(key, value)] as const)
    const count = isGateway(service) ? 1 : ground.replicas
    return Array.from({ length: count }, (_, index) => ({
      name: isGateway(service) ? service.name : `${service.name}-${index + 1}`,
      service: service.name,
      port,
      command: service.command,
      enter,
      env: { ...Object.fromEntries(env), PORT: String(port), HOST: host, REUSE_PORT: 'on' },
      after: service.dependsOn.filter((name) => known.has(name)),
    }))
  })

  function onThisMachine(key: string, value: string): string {
    if (key.endsWith('_FILE')) return value.replace(/^\/run\/secrets\//, join(ground.secrets, '/'))
    return value.replaceAll(
      /\b(?<scheme>https?|nats):\/\/(?<host>[a-z][a-z0-9-]*):\d+/g,
      (whole: string, scheme: string, host: string) => {
        if (scheme === 'nats' && host === 'nats') return ground.natsUrl
        if (!known.has(host)) return whole
        return `${scheme}://${(ground.machines?.get(host) ?? HERE).host}:${portOf(ground, host)}`
      },
    )
  }
}

function portOf({ ports }: Ground, service: string): number {
  const port = ports.get(service)
  if (port === undefined) throw new Error(`${service} has no port.`)
  return port
}
