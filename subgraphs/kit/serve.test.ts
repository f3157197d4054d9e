import {
  execute,
  type GraphQLError,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
  type ExecutionResult,
} from 'graphql'
import { expect, test } from 'vitest'
import { dateScalar } from './builder.ts'
import { notAvailable } from './errors.ts'
import { speakable } from './serve.ts'

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      on: { type: GraphQLString, args: { day: { type: dateScalar } }, resolve: () => 'a day' },
      closed: { type: GraphQLString, resolve: () => Promise.reject(notAvailable()) },
      broken: { type: GraphQLString, resolve: () => Promise.reject(new Error('password=hunter2')) },
    },
  }),
})
async function heard(query: string, variableValues: Record<string, unknown> = {}): Promise<GraphQLError | undefined> {
  const { errors } = (await execute({ schema, document: parse(query), variableValues })) as ExecutionResult
  return errors?.map(speakable)[0]
}

test('a day that is none keeps its code and its words', async () => {
  const error = await heard('query ($day: Date) { on(day: $day) }', { day: '20000-01-01' })
  expect(error?.extensions).toEqual({ code: 'INVALID' })
  expect(error?.message).toContain('A date is written as 2026-11-24.')
})

test('an error of ours leaves as it is, with its path', async () => {
  const error = await heard('{ closed }')
  expect([error?.extensions, error?.message, error?.path]).toEqual([
    { code: 'NOT_AVAILABLE' },
    'Not available yet.',
    ['closed'],
  ])
})

test('of what breaks inside, nothing leaves but that it broke', async () => {
  const error = await heard('{ broken }')
  expect(JSON.stringify(error)).not.toContain('hunter2')
  expect(error?.extensions).toEqual({ code: 'INTERNAL' })
  expect(error?.originalError?.message).toBe('password=hunter2')
})
