import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as apps from 'kubernetes-models/apps/v1'
import * as networking from 'kubernetes-models/networking.k8s.io/v1'
import * as policy from 'kubernetes-models/policy/v1'
import * as core from 'kubernetes-models/v1'
import { parseAllDocuments } from 'yaml'
import { expect, test } from 'vitest'
import { ourServices } from './compose.ts'
import { isGateway } from './plan.ts'

interface Container {
  image: string
  command: string[]
  env: { name: string; value: string }[]
  envFrom?: { configMapRef: { name: string } }[]
  readinessProbe: { httpGet: { path: string } }
  livenessProbe: { httpGet: { path: string } }
  securityContext: Record<string, unknown>
}
interface Manifest {
  apiVersion: string
  kind: string
  metadata: { name: string; namespace?: string }
  data?: Record<string, string>
  spec?: Record<string, unknown>
}
interface DeploymentSpec {
  replicas: number
  strategy: { rollingUpdate: { maxUnavailable: number } }
  template: {
    spec: {
      terminationGracePeriodSeconds: number
      containers: [Container]
      volumes: { name: string; secret?: { items: { key: string; path: string }[] } }[]
    }
  }
}

const root = join(import.meta.dirname, '../..')
const manifests = globSync('deploy/kubernetes/*.yaml', { cwd: root })
  .flatMap((file) => parseAllDocuments(readFileSync(join(root, file), 'utf8')))
  .map((document) => {
    if (document.errors.length > 0) throw document.errors[0]
    return document.toJS() as Manifest
  })
const of = (kind: string) => manifests.filter((one) => one.kind === kind)
const named = (kind: string, name: string) => of(kind).find(({ metadata }) => metadata.name === name)
const specOf = (name: string) => named('Deployment', name)!.spec as unknown as DeploymentSpec

const env = { OIDC_ISSUER: 'https://sign-in.example', PUBLIC_URL: 'https://hub.example' }
const services = ourServices(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), env)
/** A deployment for each service; the gateways of the compose file are replicas of one. */
const deployments = new Map(services.map((one) => [isGateway(one) ? 'gateway' : one.name, one]))

type Model = new (data: never) => { validate(): void }
const MODELS: Record<string, Record<string, unknown>> = {
  'apps/v1': apps,
  'networking.k8s.io/v1': networking,
  'policy/v1': policy,
  v1: core,
}

test('every manifest is valid by the schemas of Kubernetes', () => {
  expect(manifests.length).toBeGreaterThan(20)
  for (const manifest of manifests) {
    const model = MODELS[manifest.apiVersion]?.[manifest.kind] as Model | undefined
    expect(model, `${manifest.apiVersion} ${manifest.kind}`).toBeDefined()
    expect(() => new model!(manifest as never).validate(), `${manifest.kind} ${manifest.metadata.name}`).not.toThrow()
  }
  // A check that cannot fail says nothing.
  const broken = structuredClone(named('Deployment', 'consent')!)
  ;(broken.spec as { replicas: unknown }).replicas = 'two'
  expect(() => new apps.Deployment(broken as never).validate()).toThrow('replicas')
})

test('what runs is what docker-compose.yml runs, with the same settings', () => {
  expect(
    of('Deployment')
      .map(({ metadata }) => metadata.name)
      .sort(),
  ).toEqual([...deployments.keys()].sort())
  for (const [name, { command, environment }] of deployments) {
    const [container] = specOf(name).template.spec.containers
    expect([container.image, container.command], name).toEqual(['doorstroomhub', command])
    const given = new Map(container.env.map((one) => [one.name, one.value]))
    for (const { configMapRef } of container.envFrom ?? [])
      for (const [key, value] of Object.entries(named('ConfigMap', configMapRef.name)?.data ?? {}))
        given.set(key, value)
    const more = ['DRAIN_MS']
    expect([...given.keys()].sort(), name).toEqual([...new Set([...Object.keys(environment), ...more])].sort())
    const places = ['PUBLIC_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', ...more]
    for (const [key, value] of given) if (!places.includes(key)) expect(value, `${name} ${key}`).toBe(environment[key])
  }
})

test('every secret is mounted that a process reads, and no other', () => {
  for (const [name, { secrets }] of deployments) {
    const items = specOf(name).template.spec.volumes.flatMap(({ secret }) => secret?.items ?? [])
    expect(items.map(({ path }) => path).sort(), name).toEqual([...secrets].sort())
  }
})

test('each has two replicas, a service, a disruption budget, probes, and time to drain', () => {
  for (const name of deployments.keys()) {
    const { replicas, strategy, template } = specOf(name)
    const [container] = template.spec.containers
    expect([replicas >= 2, strategy.rollingUpdate.maxUnavailable], name).toEqual([true, 0])
    for (const kind of ['Service', 'PodDisruptionBudget'])
      expect(
        (named(kind, name)?.spec?.['selector'] as { matchLabels?: object } | undefined)?.matchLabels ??
          named(kind, name)?.spec?.['selector'],
        `${kind} ${name}`,
      ).toEqual({ app: name })
    // A gateway whose subgraph is away still serves the rest.
    expect(container.readinessProbe.httpGet.path).toBe(name === 'gateway' ? '/health/serving' : '/health/ready')
    expect(container.livenessProbe.httpGet.path).toBe('/health/live')
    expect(container.securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false })
    const drain = Number(container.env.find((one) => one.name === 'DRAIN_MS')?.value)
    expect(drain / 1000 + 20).toBeLessThan(template.spec.terminationGracePeriodSeconds)
  }
})

test('every process is behind a policy that says who may reach it', () => {
  expect(of('NetworkPolicy').some(({ spec }) => JSON.stringify(spec?.['podSelector']) === '{}')).toBe(true)
  const policies = of('NetworkPolicy').filter(({ spec }) => spec?.['ingress'])
  for (const name of deployments.keys())
    expect(
      policies.filter(({ spec }) => JSON.stringify(spec?.['podSelector']).includes(`"${name}"`)),
      name,
    ).toHaveLength(1)
})
