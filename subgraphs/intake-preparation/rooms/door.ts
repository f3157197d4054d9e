import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { isId, sectionOfPath, type SectionKey } from '../sections.ts'
import type { CloseReason } from './limits.ts'

const PATH = /^\/documents\/([0-9a-fA-F-]{36})\/([a-z]{1,20})\/?$/
const PURPOSES = new Set(['INTAKE_TALK', 'SUPPORT_ARRANGEMENT', 'STUDY_START', 'ENROLMENT_ADMIN'])

/** What the address of an upgrade says. */
export interface Address {
  intakePreparationId: string
  section: SectionKey
  ticket: string | null
  /** The version of the editor's document schema; null for a client that is no editor of ours. */
  schemaVersion: number | null
  purpose: string | null
}

/** Reads `/documents/<intakePreparationId>/<section>?ticket=&schema=&purpose=`; null when it is no such address. */
export function addressOf(request: IncomingMessage): Address | null {
  const url = new URL(request.url ?? '/', 'http://documents')
  const [, id, segment] = PATH.exec(url.pathname) ?? []
  const section = segment === undefined ? null : sectionOfPath(segment)
  if (id === undefined || !isId(id) || section === null) return null
  const purpose = url.searchParams.get('purpose')
  const schema = url.searchParams.get('schema')
  return {
    intakePreparationId: id.toLowerCase(),
    section,
    ticket: url.searchParams.get('ticket'),
    schemaVersion: schema === null ? null : Number(schema),
    purpose: purpose !== null && PURPOSES.has(purpose) ? purpose : null,
  }
}

/** A browser's socket has no headers of its own: its address may state the purpose. */
export const withPurpose = (asking: Asking, purpose: string | null): Asking =>
  asking.purpose === null && purpose !== null ? { ...asking, purpose } : asking

const WORDS: Record<number, string> = { 401: 'Unauthorized', 404: 'Not Found', 503: 'Service Unavailable' }

/** Answers an upgrade that does not take place. */
export function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${WORDS[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Closes a socket that nobody listens to yet. */
export function close(socket: WebSocket, [code, reason]: CloseReason): void {
  socket.resume()
  socket.close(code, reason)
}
