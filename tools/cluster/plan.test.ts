import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { ourServices } from './compose.ts'
import { planOf } from './plan.ts'

const text = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8')
const env = { OIDC_ISSUER: 'http://localhost:4010/oidc', PUBLIC_URL: 'http://localhost:4000' }

function plan(compose: string, replicas = 1) {
  const services = ourServices(compose, env)
  const ports = new Map(services.map(({ name }, index) => [name, name.startsWith('gateway-') ? 4000 : 5000 + index]))
  const planned = planOf(services, { ports, natsUrl: 'nats://127.0.0.1:4333', secrets: '/data/secrets', replicas })
  return { services, ports, planned }
}

/** The services as the file has them, read without any code of the cluster. */
const asWritten = Object.entries(
  (
    parse(text, { merge: true }) as {
      services: Record<string, { image: string; command?: string[]; environment?: Record<string, string> }>
    }
  ).services,
).filter(([, { image }]) => image === 'doorstroomhub')

test('every service of ours in docker-compose.yml is a process here, with its command and every one of its settings', () => {
  const { planned } = plan(text)
  expect(asWritten.length).toBeGreaterThanOrEqual(7)
  expect(planned.map(({ service }) => service)).toEqual(asWritten.map(([name]) => name))
  for (const [name, { command, environment }] of asWritten) {
    const one = planned.find(({ service }) => service === name)!
    expect(one.command, name).toEqual(command)
    expect(Object.keys(one.env).sort(), name).toEqual([...Object.keys(environment!), 'REUSE_PORT'].sort())
  }
})

test('no setting differs but in where things are on this machine', () => {
  const { planned, ports } = plan(text)
  const moved = (value: string): string =>
    [...ports].reduce((all, [name, port]) => all.replaceAll(`//${name}:4000`, `//127.0.0.1:${port}`), value)
  for (const [name, { environment }] of asWritten) {
    const one = planned.find(({ service }) => service === name)!
    for (const [key, value] of Object.entries(environment!)) {
      const expected =
        key === 'PORT'
          ? String(ports.get(name))
          : key === 'HOST'
            ? '127.0.0.1'
            : key === 'NATS_URL'
              ? 'nats://127.0.0.1:4333'
              : key.endsWith('_FILE')
                ? value.replace('/run/secrets/', '/data/secrets/')
                : value.startsWith('${')
                  ? ((env as Record<string, string>)[key] ?? /:-(.*)\}$/.exec(value)?.[1])
                  : moved(value)
      expect(one.env[key], `${name} ${key}`).toBe(expected)
    }
  }
})

test('no name of a host of the compose network is left', () => {
  const { planned, services } = plan(text)
  for (const { env: settings, name } of planned)
    for (const value of Object.values(settings))
      for (const host of [...services.map((one) => one.name), 'nats', 'postgres'])
        expect(value, name).not.toContain(`//${host}:`)
})

test('every secret that a service reads is one that it is given', () => {
  for (const { name, environment, secrets } of ourServices(text, env))
    for (const [key, value] of Object.entries(environment))
      if (key.endsWith('_FILE')) expect(secrets, `${name} ${key}`).toContain(value.replace('/run/secrets/', ''))
})

test('what the file gets, the cluster gets: a service and a setting more', () => {
  const more = text
    .replace("  PORT: '4000'\n  NATS_URL", "  PORT: '4000'\n  LOG_LEVEL: warn\n  NATS_URL")
    .replace(
      '  gateway-1:\n',
      '  sixth:\n    <<: *subgraph\n    command: [node, sixth.ts]\n    environment: *subgraph-settings\n  gateway-1:\n',
    )
  const { planned } = plan(more)
  expect(planned.find(({ service }) => service === 'consent')?.env['LOG_LEVEL']).toBe('warn')
  expect(planned.find(({ service }) => service === 'sixth')?.command).toEqual(['node', 'sixth.ts'])
})

test('two of a subgraph share its port, and gateways wait for all of them', () => {
  const { planned } = plan(text, 2)
  const consent = planned.filter(({ service }) => service === 'consent')
  expect(consent.map(({ name }) => name)).toEqual(['consent-1', 'consent-2'])
  expect(new Set(consent.map(({ port }) => port)).size).toBe(1)
  const gateways = planned.filter(({ service }) => service.startsWith('gateway-'))
  expect(gateways.map(({ port }) => port)).toEqual([4000, 4000])
  for (const { after } of gateways)
    expect([...after].sort()).toEqual(['career-portfolio', 'consent', 'intake-preparation', 'person', 'support-needs'])
})

test('a setting without which nothing works is asked for in words', () => {
  expect(() => ourServices(text, {})).toThrow('OIDC_ISSUER is missing: the address of the sign-in provider')
})

test('a service on another machine is started and listens there, and is reached there by all others', () => {
  const services = ourServices(text, env)
  const ports = new Map(services.map(({ name }, index) => [name, 5000 + index]))
  const machines = new Map([['consent', { host: '198.18.0.2', enter: ['nsenter', '--net=there'] }]])
  const planned = planOf(services, { ports, machines, natsUrl: 'nats://127.0.0.1:4333', secrets: '/data', replicas: 1 })
  const of = (name: string) => planned.find(({ service }) => service === name)!
  const port = ports.get('consent')
  expect([of('consent').enter, of('consent').env['HOST']]).toEqual([['nsenter', '--net=there'], '198.18.0.2'])
  expect([of('person').enter, of('person').env['HOST']]).toEqual([[], '127.0.0.1'])
  expect(of('person').env['JUDGE_URL']).toBe(`http://198.18.0.2:${port}/internal/judge`)
  expect(of('gateway-1').env['SUBGRAPHS']).toContain(`consent=http://198.18.0.2:${port}/graphql`)
  expect(of('gateway-1').env['SUBGRAPHS']).toContain(`person=http://127.0.0.1:${ports.get('person')}/graphql`)
})
