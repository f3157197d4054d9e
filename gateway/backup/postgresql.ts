import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { CannotDo } from './words.ts'

/** The schemas of the five, and the roles that own them. */
export const SCHEMAS = ['consent', 'person', 'support_needs', 'career_portfolio', 'intake_preparation']
export const roleOf = (schema: string): string => `doorstroomhub_${schema}`

/** Runs one of PostgreSQL's own programs on this database. The password goes in the environment, where other users do not see it. */
export async function runProgram(
  program: 'pg_dump' | 'pg_restore',
  url: string,
  args: readonly string[],
): Promise<void> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const sslmode = searchParams.get('sslmode')
  const child = spawn(program, [...args], {
    env: {
      PATH: process.env['PATH'],
      PGHOST: decodeURIComponent(hostname),
      PGPORT: port || '5432',
      PGUSER: decodeURIComponent(username) || 'postgres',
      PGPASSWORD: decodeURIComponent(password),
      PGDATABASE: pathname.slice(1),
      ...(sslmode ? { PGSSLMODE: sslmode } : {}),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (part: Buffer) => (said += part.toString('utf8')))
  const failed = new Promise<never>((_, reject) => {
    child.once('error', () =>
      reject(new CannotDo(`${program} is not on this machine. It comes with PostgreSQL (postgresql-client).`)),
    )
  })
  const [code] = (await Promise.race([once(child, 'close'), failed])) as [number | null]
  if (code !== 0) throw new CannotDo(`${program} could not do it: ${said.trim()}`)
}

/** A dump of one moment, of all five at once. */
export const dump = (url: string, file: string): Promise<void> =>
  runProgram('pg_dump', url, ['--format=custom', `--file=${file}`, ...SCHEMAS.map((schema) => `--schema=${schema}`)])

/** All or nothing. */
export const load = (url: string, file: string): Promise<void> =>
  runProgram('pg_restore', url, [
    '--clean',
    '--if-exists',
    '--single-transaction',
    '--exit-on-error',
    `--dbname=${new URL(url).pathname.slice(1)}`,
    file,
  ])
