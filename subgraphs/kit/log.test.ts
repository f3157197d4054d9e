import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { describeCause, openLog } from './log.ts'

test('a line holds a level, a time, and the cause with its class and where it came from', () => {
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  log.error({ requestId: 'r-1', code: 'INTERNAL', cause: new TypeError('x is not a function') }, 'unexpected')
  log.debug('not at this level')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: 'error',
    at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/) as string,
    requestId: 'r-1',
    code: 'INTERNAL',
    msg: 'unexpected',
    cause: {
      kind: 'TypeError',
      message: 'x is not a function',
      stack: expect.stringContaining('log.test.ts') as string,
    },
  })
})

test.each([
  'duplicate key value violates unique constraint "person_number" - Key (hash)=(999990019) already exists',
  'insert into "person" ("surname") values (\'Jansen\') - value too long',
  'invalid input syntax for type uuid: "Jansen"',
  'select * from person where surname = $1 -- params: ["Jansen"]',
  'number 999990019 is not valid',
])('values that a database puts into its messages do not come into the log: %s', (message) => {
  const cause = Object.assign(new Error(message), { query: 'select Jansen', parameters: ['Jansen'], code: '23505' })
  const text = JSON.stringify(describeCause(new GraphQLError('Cannot', { originalError: cause })))
  expect(text).not.toMatch(/Jansen|999990019/)
  expect(text).toContain('23505')
})

test('causes of causes are followed, and a thrown value that is no error is not shown', () => {
  const cause = new Error('outer', { cause: new RangeError('inner') })
  expect(describeCause(cause)).toMatchObject({ kind: 'Error', because: { kind: 'RangeError', message: 'inner' } })
  expect(describeCause({ surname: 'Jansen' })).toEqual({ kind: 'object', message: 'not an error' })
})

test('what a subgraph elsewhere said of itself is there, without its values', () => {
  const said = {
    message: 'Variable "$surname" got invalid value "Jansen"',
    extensions: { code: 'BAD_USER_INPUT', stacktrace: ['Jansen'] },
  }
  expect(describeCause(said)).toEqual({
    kind: 'answer of a subgraph',
    message: 'Variable "…" got invalid value "…"',
    code: 'BAD_USER_INPUT',
  })
})
