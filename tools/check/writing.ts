import { parseSync } from 'oxc-parser'
import { isGenerated, isTestCode, type Sources } from './sources.ts'

const LONG = 300
const TOO_LONG = 400

/** Files that have grown: over 300 lines a remark, over 400 a fault. */
export function sizeFaults(sources: Sources): { faults: string[]; remarks: string[] } {
  const faults: string[] = []
  const remarks: string[] = []
  for (const [path, text] of sources) {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    // A table is read by its rows: it may be as long as its subject.
    if (lines <= LONG || isGenerated(path, text) || path.endsWith('.table.ts')) continue
    const line = `${path} has ${lines} lines; about ${LONG} is a file, more is a folder of the same name`
    if (lines > TOO_LONG) faults.push(line)
    else remarks.push(line)
  }
  return { faults, remarks }
}

// Words by which a comment admits that the work beside it is not done.
const UNDONE = [
  /\b(TODO|FIXME|XXX|HACK)\b/,
  /(^\W*|[.;:(] ?)for now\b|\bfor now\W*$|\bfor now[.,;)]/i,
  /\b(not (yet )?implemented|to be (implemented|decided)|work in progress|coming soon)\b/i,
  /\b(added|built|done|filled in|fixed|handled|implemented|replaced|supported|written|comes?|follows?) later\b/i,
  /^\W*later[ :,]/i,
]

/** Comments in code that runs which promise something instead of being true now. */
export function promiseFaults(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    if (isTestCode(path) || path.startsWith('tools/') || path.endsWith('.css')) return []
    return parseSync(path, text).comments.flatMap(({ value, start }) => {
      const words = value.replace(/\s*\n\s*\*?\s*/g, ' ').trim()
      const line = text.slice(0, start).split('\n').length
      return UNDONE.some((promise) => promise.test(words))
        ? [`${path}:${line} promises instead of doing: ${words}`]
        : []
    })
  })
}
