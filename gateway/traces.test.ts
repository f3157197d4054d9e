import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { asking, marieke } from './fixtures.ts'
import { openFront } from './front.testing.ts'
import { openTraces } from './traces.ts'

interface Span {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  attributes: { key: string; value: { stringValue: string } }[]
  status: { code?: number }
}

test('a question and its parts go as spans to a collector, with nothing of who asked or what', async () => {
  const bodies: string[] = []
  const collector = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      if (request.url === '/v1/traces') bodies.push(body)
      response.end('{}')
    })
  })
  collector.listen(0, '127.0.0.1')
  await once(collector, 'listening')
  const traces = await openTraces(`http://127.0.0.1:${(collector.address() as AddressInfo).port}/`)
  const one = asking()
  await traces.operation(one, 'query sha256:0123', async () => {
    await traces.step(one, 'person', () => Promise.resolve())
    await traces.step(one, 'consent', () => Promise.reject(new Error('value Jansen'))).catch(() => undefined)
  })
  const front = await openFront({}, { traces })
  await front.post({ query: 'query Jansen { dossier(id: "dossier-1") { identity { surname } } }' })
  await front.close()
  await traces.close()
  collector.close()

  const text = bodies.join('')
  const spans = bodies.flatMap((body) =>
    (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }).resourceSpans.flatMap(
      ({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans),
    ),
  )
  const named = (name: string): Span => spans.find((span) => span.name === name)!
  const parent = named('query sha256:0123')
  for (const name of ['subgraph person', 'subgraph consent'])
    expect(named(name)).toMatchObject({ traceId: parent.traceId, parentSpanId: parent.spanId })
  expect(named('subgraph consent').status.code).toBe(2)
  expect(Object.fromEntries(parent.attributes.map(({ key, value }) => [key, value.stringValue]))).toEqual({
    'hub.request_id': one.requestId,
    'hub.role': marieke.role,
    'hub.purpose': one.purpose,
  })
  expect(spans).toHaveLength(4)
  expect(text).not.toMatch(/Jansen|dossier-1|surname|de Vries|Marieke|marieke/)
})
