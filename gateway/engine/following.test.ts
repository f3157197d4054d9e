import { parse, type FormattedExecutionResult } from 'graphql'
import { describe, expect, test } from 'vitest'
import { world, type World } from '../engine.testing.ts'
import { asking } from '../fixtures.ts'

describe('a subscription', () => {
  const SUBSCRIPTION = `subscription { dossierStatusChanged { to dossier { id status identity { surname } } } }`

  async function listen(from: World, query = SUBSCRIPTION, signal?: AbortSignal) {
    const answer = await from.engine.execute({ document: parse(query), asking: asking(), signal })
    if (!(Symbol.asyncIterator in answer)) throw new Error(JSON.stringify(answer))
    return answer
  }

  test('completes each event from the other subgraphs', async () => {
    const it = await world()
    const events = await listen(it)
    it.emit('dossier-3', 'ENROLLED')
    expect((await events.next()).value).toEqual({
      data: {
        dossierStatusChanged: {
          to: 'ENROLLED',
          dossier: { id: 'dossier-3', status: 'SHARED', identity: { surname: 'Bakker' } },
        },
      },
    })
    await events.return?.()
  })

  test('asks anew for each event, so that what closes in between is closed', async () => {
    const it = await world()
    const events = await listen(it)
    it.emit('dossier-3', 'SHARED')
    await events.next()
    it.closed.add('IDENTITY')
    it.emit('dossier-3', 'ENROLLED')
    const second = (await events.next()).value as FormattedExecutionResult
    expect(second.errors).toMatchObject([
      { path: ['dossierStatusChanged', 'dossier', 'identity'], extensions: { code: 'NOT_AVAILABLE' } },
    ])
    const ids = it.calls.filter(({ subgraph }) => subgraph === 'person').map((call) => call.asking.requestId)
    expect(ids).toEqual(['event-1', 'event-2'])
    await events.return?.()
  })

  test('gives each subscriber an answer of its own', async () => {
    const it = await world()
    const [ours, theirs] = [await listen(it), await listen(it)]
    it.emit('dossier-3', 'SHARED')
    const [first, second] = [(await ours.next()).value as object, (await theirs.next()).value as object]
    expect(first).toEqual(second)
    expect((first as { data: { dossierStatusChanged: unknown } }).data.dossierStatusChanged).not.toBe(
      (second as { data: { dossierStatusChanged: unknown } }).data.dossierStatusChanged,
    )
    await it.engine.close()
  })

  test('that is left while nothing happens ends at once, and the subgraph hears of it', async () => {
    const it = await world()
    const events = await listen(it)
    const next = events.next()
    expect(it.listeners()).toBe(1)
    await events.return?.()
    expect(await next).toEqual({ value: undefined, done: true })
    expect(it.listeners()).toBe(0)
  })

  test('ends when its asker goes, and when the engine closes', async () => {
    const it = await world()
    const gone = new AbortController()
    const [ours, theirs] = [await listen(it, SUBSCRIPTION, gone.signal), await listen(it)]
    gone.abort()
    expect((await ours.next()).done).toBe(true)
    const next = theirs.next()
    await it.engine.close()
    expect((await next).done).toBe(true)
    expect(it.listeners()).toBe(0)
  })

  test('that is refused is an answer and not a stream', async () => {
    const it = await world()
    const answer = await it.ask(`subscription { dossierStatusChanged(dossierId: "nobody") { to } }`)
    expect(answer).toEqual({
      errors: [{ message: 'Not found.', path: ['dossierStatusChanged'], extensions: { code: 'NOT_FOUND' } }],
    })
  })
})
