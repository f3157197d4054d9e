import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import { createHash, randomBytes } from 'node:crypto'
import type { SectionKey } from '../sections.ts'
import type { Place, Storage } from './storage.ts'

const LIFETIME_MS = 30_000

/** A key to one section for one socket. */
export interface Ticket {
  ticket: string
  expiresAt: Date
}

/** Only the hash is kept: who reads the table holds no ticket. */
const hashOf = (ticket: string): string => createHash('sha256').update(ticket).digest('base64url')

/**
 * Makes a ticket for who was judged already; it carries who asked, and is judged again at the door. Behind the dot stands the name of
 * the session that it was asked in, so that any gateway closes what it opened when that ends; a ticket without its dot is another one.
 */
export async function newTicket(storage: Storage, asking: Asking, place: Place, now: Date): Promise<Ticket> {
  const random = randomBytes(32).toString('base64url')
  const ticket = asking.session === undefined ? random : `${random}.${asking.session}`
  const expiresAt = new Date(now.getTime() + LIFETIME_MS)
  await storage.writeTicket({ hash: hashOf(ticket), asking: JSON.stringify(asking), place, expiresAt })
  return { ticket, expiresAt }
}

/** Takes a ticket, once, on whichever replica; null when it is not one for this section, or is used or old. */
export async function takeTicket(
  storage: Storage,
  ticket: string,
  intakePreparationId: string,
  section: SectionKey,
  now: Date,
): Promise<Asking | null> {
  if (ticket.length > 100) return null
  const asking = await storage.takeTicket(hashOf(ticket), intakePreparationId, section, now)
  return asking === null ? null : ((typeof asking === 'string' ? JSON.parse(asking) : asking) as Asking)
}
