import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** The y-websocket protocol: one message per frame, because a stock client reads only the first. */
const SYNC = 0
const PRESENCE = 1
const AUTH = 2
const ASK_PRESENCE = 3
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

/** A frame from a client, read as far as its envelope. */
export type Message =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'step2'; update: Uint8Array }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'presence'; states: ClientState[] }
  | { kind: 'askPresence' }
  | { kind: 'ignored' }

/** One client's presence; `state` null says that it left. */
export interface ClientState {
  client: number
  clock: number
  state: string | null
}

/** Reads a frame; throws on anything that is not exactly one message. */
export function readFrame(frame: Uint8Array): Message {
  const decoder = decoding.createDecoder(frame)
  const message = readMessage(decoder)
  if (decoding.hasContent(decoder)) throw new Error('more than one message in a frame')
  return message
}

function readMessage(decoder: decoding.Decoder): Message {
  const type = decoding.readVarUint(decoder)
  if (type === SYNC) {
    const step = decoding.readVarUint(decoder)
    const content = decoding.readVarUint8Array(decoder)
    if (step === STEP_1) return { kind: 'step1', stateVector: content }
    if (step === STEP_2) return { kind: 'step2', update: content }
    if (step === UPDATE) return { kind: 'update', update: content }
    throw new Error('unknown sync step')
  }
  if (type === PRESENCE) return { kind: 'presence', states: readStates(decoding.readVarUint8Array(decoder)) }
  if (type === ASK_PRESENCE) return { kind: 'askPresence' }
  if (type === AUTH) {
    decoding.readTailAsUint8Array(decoder)
    return { kind: 'ignored' }
  }
  throw new Error('unknown message')
}

/** Reads the states of an awareness update. */
export function readStates(content: Uint8Array): ClientState[] {
  const decoder = decoding.createDecoder(content)
  const count = decoding.readVarUint(decoder)
  if (count > content.length) throw new Error('more states than bytes')
  const states: ClientState[] = []
  for (let index = 0; index < count; index += 1) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const text = decoding.readVarString(decoder)
    states.push({ client, clock, state: text === 'null' ? null : text })
  }
  if (decoding.hasContent(decoder)) throw new Error('bytes after the states')
  return states
}

/** An awareness update. */
export function writeStates(states: readonly ClientState[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, states.length)
  for (const { client, clock, state } of states) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state ?? 'null')
  }
  return encoding.toUint8Array(encoder)
}

function syncFrame(step: number, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, content)
  return encoding.toUint8Array(encoder)
}

/** Asks a client for what we lack. */
export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(STEP_1, stateVector)
/** Gives a client what it lacks. */
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(STEP_2, update)
/** An edit that is in the log. */
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(UPDATE, update)

export function presenceFrame(states: readonly ClientState[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, PRESENCE)
  encoding.writeVarUint8Array(encoder, writeStates(states))
  return encoding.toUint8Array(encoder)
}

/** Nothing, said so that a stock client knows that we are here: a presence of nobody. */
export const SIGN_OF_LIFE = presenceFrame([])
