import type { ExecutionResult } from 'graphql'
import type { Readable } from 'node:stream'
import { CutOff } from '../engine/following.ts'

/** Longer than any event that a subgraph sends. */
const LONGEST_EVENT = 4 * 1024 * 1024

/** Reads the events of a subgraph's subscription (graphql-sse). Leaving it closes the connection, also while nothing comes. */
export function eventsOf(body: Readable): AsyncIterableIterator<ExecutionResult> {
  const waiting: ExecutionResult[] = []
  let wake: () => void = () => undefined
  let over = false
  let failure: Error | undefined
  let text = ''

  function end(cause?: Error): void {
    if (over) return
    over = true
    failure = cause
    body.destroy()
    wake()
  }

  body.setEncoding('utf8')
  body.on('data', (part: string) => {
    text += part
    if (text.length > LONGEST_EVENT) return end(new Error('An event of a subgraph is too long.'))
    for (let at = text.indexOf('\n\n'); at !== -1; at = text.indexOf('\n\n')) {
      read(text.slice(0, at))
      text = text.slice(at + 2)
    }
    wake()
  })
  body.once('error', (cause) => end(new CutOff('A subgraph was cut off.', { cause })))
  body.once('close', () => end(new CutOff('A subgraph ended a stream in the middle.')))

  function read(block: string): void {
    const lines = block.split('\n')
    const kind = lines
      .find((line) => line.startsWith('event:'))
      ?.slice('event:'.length)
      .trim()
    if (kind === 'complete') return end()
    const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice('data:'.length).trim())
    if (kind !== 'next') return
    try {
      waiting.push(JSON.parse(data.join('\n')) as ExecutionResult)
    } catch (cause) {
      end(new Error('An event of a subgraph is not JSON.', { cause }))
    }
  }

  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      while (waiting.length === 0 && !over) await new Promise<void>((resolve) => (wake = resolve))
      const value = waiting.shift()
      if (value !== undefined) return { value, done: false }
      if (failure) throw failure
      return { value: undefined, done: true }
    },
    async return() {
      waiting.length = 0
      end()
      failure = undefined
      return { value: undefined, done: true }
    },
  }
}
