import { CreateConsent } from './0001-consent.ts'
import { AddCommands } from './0002-commands.ts'
import { AddLive } from './0003-live.ts'
import { AddOrder } from './0004-order.ts'
import { AddSessions } from './0005-sessions.ts'
import { AddPublishing } from './0006-publishing.ts'
import { AddWebhooks } from './0007-webhooks.ts'
import { AddInvitations } from './0008-invitations.ts'
import { AddImports } from './0009-imports.ts'
import { AddParts } from './0010-parts.ts'
import { AddGrounds } from './0011-grounds.ts'
import { AddFeedPlaces } from './0012-feed-places.ts'
import { AddEndings } from './0013-endings.ts'
import { AddPauseReasons } from './0014-restored.ts'

/** Every step of consent's schema, in order. */
export const migrations = [
  { name: '0001-consent', class: CreateConsent },
  { name: '0002-commands', class: AddCommands },
  { name: '0003-live', class: AddLive },
  { name: '0004-order', class: AddOrder },
  { name: '0005-sessions', class: AddSessions },
  { name: '0006-publishing', class: AddPublishing },
  { name: '0007-webhooks', class: AddWebhooks },
  { name: '0008-invitations', class: AddInvitations },
  { name: '0009-imports', class: AddImports },
  { name: '0010-parts', class: AddParts },
  { name: '0011-grounds', class: AddGrounds },
  { name: '0012-feed-places', class: AddFeedPlaces },
  { name: '0013-endings', class: AddEndings },
  { name: '0014-restored', class: AddPauseReasons },
]
