import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/**
 * The log of the hub, or of a subgraph alone: lines of JSON on stderr (stdout says only `ready`). It holds request ids, codes and causes, and never a variable, a
 * query, a name, a token or an address of somebody.
 */
export function openLog(level: string, destination?: DestinationStream, program = 'hub'): Log {
  return pino(
    {
      level,
      base: { [program]: process.pid },
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { cause: describeCause },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  )
}

interface DescribedCause {
  kind: string
  message: string
  code?: string
  stack?: string
  because?: DescribedCause
}

/** An error for the log: its class, message and stack, and why it came about. Not its other properties, which hold queries and parameters. */
export function describeCause(cause: unknown, depth = 0): DescribedCause {
  if (!(cause instanceof Error)) return describeAnswer(cause)
  const { code } = cause as { code?: unknown }
  const deeper = (cause as { originalError?: unknown }).originalError ?? cause.cause
  return {
    kind: cause.constructor.name,
    message: shown(cause.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(cause.stack === undefined ? {} : { stack: framesOf(cause.stack) }),
    ...(deeper instanceof Error && depth < 3 ? { because: describeCause(deeper, depth + 1) } : {}),
  }
}

/** A subgraph elsewhere gives its errors as JSON: a message and a code. */
function describeAnswer(cause: unknown): DescribedCause {
  const { message, extensions } = (cause ?? {}) as { message?: unknown; extensions?: { code?: unknown } }
  if (typeof message !== 'string') return { kind: typeof cause, message: 'not an error' }
  const code = extensions?.code
  return { kind: 'answer of a subgraph', message: shown(message), ...(typeof code === 'string' ? { code } : {}) }
}

/** Databases and drivers put values in quotes, in parentheses and behind `params:`; the log needs the sentence, not the value. */
function shown(message: string): string {
  return message
    .split('\n', 1)[0]!
    .slice(0, 300)
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .replace(/=\([^)]*\)/g, '=(…)')
    .replace(/\b(params|parameters|values?|args)\b\s*[:=].*$/i, '$1: …')
    .replace(/\b\d{8,}\b/g, '…')
}

/** Only the places of a stack: its first lines repeat the message. */
const framesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n')
