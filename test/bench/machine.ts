import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'

/** The machine that a run was made on. */
export interface Machine {
  cores: number
  model: string
  memoryGb: number
  system: string
  node: string
  /** How busy it was before the bench began: the load average of the last minute. */
  load: number
}

export const machine = (): Machine => ({
  cores: availableParallelism(),
  model: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${release()}`,
  node: process.version,
  load: Math.round(loadavg()[0]! * 100) / 100,
})

/** One core for the servers and one for the load, where the system can hold processes to them; null elsewhere. */
export function cores(): { server: number; load: number } | null {
  try {
    execFileSync('taskset', ['-p', String(process.pid)], { stdio: 'ignore' })
    const allowed = /^Cpus_allowed_list:\s*(.+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? ''
    const list = allowed.split(',').flatMap((part) => {
      const [from = NaN, to = from] = part.split('-').map(Number)
      return Array.from({ length: to - from + 1 }, (_, index) => from + index)
    })
    return list.length < 2 ? null : { server: list[0]!, load: list[1]! }
  } catch {
    return null
  }
}

/** CPU time (user and system) that these processes took until now, in milliseconds; null where the system does not tell. */
export function cpuOf(pids: readonly number[]): number | null {
  try {
    return pids.reduce((sum, pid) => sum + cpuOfOne(pid), 0)
  } catch {
    return null
  }
}

/** /proc counts in ticks of 10 ms on every Linux that Node runs on. */
const TICK_MS = 10

function cpuOfOne(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The second field, the program's name in parentheses, may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** Resident memory of a process, in KiB; null where the system does not tell. */
export function residentOf(pid: number): number | null {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN)
  } catch {
    return null
  }
}
