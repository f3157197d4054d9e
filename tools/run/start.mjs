import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname } from 'node:path'
import { withFirst } from './home.mjs'
import { onPath } from './programs.mjs'

/**
 * Runs Node on the entry and returns its exit code. Where the running Node is the right one it is replaced by the entry
 * (execve), so that nothing stands between the caller and it; elsewhere a child is started and signals are passed on.
 * @param {string} node @param {string[]} args @param {string} root
 * @returns {Promise<number>}
 */
export function start(node, args, root) {
  const env = { ...process.env }
  // What the entry starts as `node` must be this one too; a PATH where that holds already is left alone.
  if (onPath('node')[0] !== realpathSync(node)) env['PATH'] = withFirst(dirname(node), env['PATH'])
  process.chdir(root)
  if (node === process.execPath && process.execve !== undefined && process.platform !== 'win32') {
    // execve warns that it is experimental; whoever starts the hub has no use for that.
    process.removeAllListeners('warning')
    process.execve(node, [node, ...process.execArgv, ...args], definedOnly(env))
  }
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { stdio: 'inherit', env })
    /** @type {(signal: NodeJS.Signals) => void} */
    const pass = (signal) => {
      // Ctrl-C in a terminal reaches the child by itself; passing it on would look like a second Ctrl-C.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    const passed = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
    for (const signal of passed) process.on(signal, pass)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const name of passed) process.off(name, pass)
      // Ended by a signal: end by the same one, so that the caller sees what happened.
      if (signal !== null) process.kill(process.pid, signal)
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}

/** @param {NodeJS.ProcessEnv} env @returns {Record<string, string>} */
function definedOnly(env) {
  return /** @type {Record<string, string>} */ (
    Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined))
  )
}
