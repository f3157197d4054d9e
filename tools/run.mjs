// The launcher: `node tools/run.mjs <entry.ts> [arguments]`. Needs Node 20 and npm and nothing else; finds or fetches
// Node 24 and pnpm, installs what pnpm-lock.yaml says when that has changed, and hands over to the entry.
// Says nothing, and writes nothing to stdout, when there is nothing to do.
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { existsSync, writeSync } from 'node:fs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @param {string} sentence */
const say = (sentence) => writeSync(2, `doorstroomhub: ${sentence}\n`)

/** @param {string} path @param {string[]} rest */
async function run(path, rest) {
  const { findNode, fetchNode } = await import('./run/node.mjs')
  const { isInstalled, install } = await import('./run/install.mjs')
  const { oneAtATime } = await import('./run/lock.mjs')
  const { start } = await import('./run/start.mjs')

  let node = findNode(root)
  if (node === undefined || !isInstalled(root)) {
    await oneAtATime(join(root, '.cache'), say, async () => {
      node ??= findNode(root) ?? (await fetchNode(root, say))
      if (!isInstalled(root)) await install(root, node, say)
    })
  }
  return start(/** @type {string} */ (node), [path, ...rest], root)
}

const [entry, ...rest] = process.argv.slice(2)
const path = entry === undefined ? undefined : resolve(root, entry)
if (Number(process.versions.node.split('.')[0]) < 20) {
  say(`this is Node ${process.versions.node}; Node 20 or newer is needed, with its npm.`)
  process.exitCode = 1
} else if (path === undefined || !existsSync(path)) {
  say(path === undefined ? 'usage: node tools/run.mjs <entry.ts> [arguments]' : `there is no ${entry} in ${root}.`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = await run(path, rest)
  } catch (error) {
    // A PlainError is written for the person at the keyboard; anything else is a bug and keeps its stack.
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    say(name === 'PlainError' ? message : String(stack))
    process.exitCode = 1
  }
}
