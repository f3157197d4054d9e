import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { OperationContext } from './context.ts'

/**
 * A subscription whose every event is answered as a new operation: a fresh context means fresh loaders and a fresh
 * judgement (design decision 7). graphql-js would keep one context for the life of the stream.
 */
export async function subscribeAnew<Context extends OperationContext>(
  args: ExecutionArgs,
  contextFor: () => Context,
): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
  const source = await createSourceEventStream({ ...args, contextValue: contextFor() } as never)
  if (!(Symbol.asyncIterator in source)) return source
  const events = source[Symbol.asyncIterator]()
  const done: IteratorResult<ExecutionResult> = { value: undefined, done: true }
  const leave = async (): Promise<IteratorResult<ExecutionResult>> => {
    await events.return?.()
    return done
  }
  const answers: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      const event = await events.next()
      if (event.done) return done
      const answer = await execute({ ...args, rootValue: event.value, contextValue: contextFor() })
      return { value: answer as ExecutionResult, done: false }
    },
    return: leave,
    throw: leave,
    [Symbol.asyncIterator]: () => answers,
  }
  return answers
}
