import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { findNetwork, openNetwork } from './network.ts'

const has = !('missing' in (await findNetwork()))
const run = promisify(execFile)
const env = { PATH: `${process.env['PATH']}:/usr/sbin:/sbin` }
const here = async () =>
  (await run('ip', ['netns', 'list'], { env })).stdout + (await run('ip', ['-o', 'link'], { env })).stdout

/** A run that ends without a word, while a program of its still runs on the other side. */
const KILLED = `
import { spawn } from 'node:child_process'
import { openNetwork } from '${import.meta.resolve('./network.ts')}'
const [program, ...args] = [...(await openNetwork()).machine.enter, 'sleep', '600']
spawn(program, args, { stdio: 'ignore', detached: true }).once('spawn', () => {
  process.stdout.write(String(process.pid), () => process.kill(process.pid, 'SIGKILL'))
})`

test.skipIf(!has)('what a killed run left is taken away by the next, and nothing stays of that', async () => {
  const left = (await run(process.execPath, ['--input-type=module', '-e', KILLED]).catch(
    (cause: unknown) => cause as { stdout: string },
  )) as { stdout: string }
  const name = `hub-${left.stdout}`
  expect(name).toMatch(/^hub-\d+$/)
  expect(await here()).toContain(name)
  const network = await openNetwork()
  expect(await here()).not.toContain(name)
  expect(await here()).toContain(`hub-${process.pid}`)
  await network.close()
  expect(await here()).not.toContain(`hub-${process.pid}`)
})
