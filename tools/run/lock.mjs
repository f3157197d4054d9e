import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PlainError } from './plain-error.mjs'

// A holder touches its lock every two seconds; one that has been silent this long is gone (or its machine is).
const SILENT_MS = 30_000

/**
 * Does the work while no other launcher of this clone does: a folder with its owner's name in it, which comes to be by one
 * rename, is the lock. A lock whose owner is dead is taken over.
 * @template T
 * @param {string} folder where the lock lives
 * @param {(sentence: string) => void} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(folder, say, work) {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new PlainError(`${folder} cannot be made (${reason(error)}). Run as the user to whom this folder belongs.`)
  }
  const lock = join(folder, 'lock')
  let waits = 0
  while (!take(folder, lock)) {
    if (isAbandoned(lock, Date.now())) remove(lock)
    else {
      waits += 1
      if (waits === 10) say('another start is fetching or installing; waiting for it.')
      await wait(200)
    }
  }
  const touch = setInterval(() => utimesSync(lock, new Date(), new Date()), 2000)
  try {
    return await work()
  } finally {
    clearInterval(touch)
    remove(lock)
  }
}

/** @param {string} folder @param {string} lock */
function take(folder, lock) {
  const mine = join(folder, `lock-${process.pid}-${Math.random().toString(36).slice(2)}`)
  try {
    mkdirSync(mine)
    writeFileSync(join(mine, 'owner'), JSON.stringify({ pid: process.pid, host: hostname() }))
    // Onto an existing lock this fails, since that folder is not empty.
    renameSync(mine, lock)
    return true
  } catch (error) {
    rmSync(mine, { recursive: true, force: true })
    // It may be given back again by now: then it is there for who tries once more.
    if (['ENOTEMPTY', 'EEXIST'].includes(reason(error))) return false
    if (['EPERM', 'ENOTDIR'].includes(reason(error)) && exists(lock)) return false
    throw new PlainError(`${folder} cannot be written (${reason(error)}). Run as the user to whom this folder belongs.`)
  }
}

/**
 * Whether the lock's owner is gone. A lock that vanishes meanwhile was given back: not abandoned, simply try again.
 * @param {string} lock @param {number} now
 */
export function isAbandoned(lock, now) {
  try {
    if (now - statSync(lock).mtimeMs > SILENT_MS) return true
    const owner = JSON.parse(readFileSync(join(lock, 'owner'), 'utf8'))
    if (owner.host !== hostname()) return false
    if (owner.pid === process.pid) return true
    process.kill(owner.pid, 0)
    return false
  } catch (error) {
    return reason(error) === 'ESRCH'
  }
}

/**
 * Takes a lock away at once, whole: emptied in its place, another could take it before it is gone, and lose it again. Of several who
 * see the same dead lock, the rename lets one remove it. @param {string} lock
 */
function remove(lock) {
  const dead = `${lock}-dead-${process.pid}-${Math.random().toString(36).slice(2)}`
  try {
    renameSync(lock, dead)
  } catch {
    return
  }
  rmSync(dead, { recursive: true, force: true })
}

/** @param {string} path */
function exists(path) {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

/** @param {unknown} error @returns {string} */
const reason = (error) => /** @type {NodeJS.ErrnoException} */ (error).code ?? String(error)
