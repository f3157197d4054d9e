import type { GraphQLSchema } from 'graphql'
import { implementApplications } from './applications/schema.ts'
import { implementPages } from './connections.ts'
import { consentBuilder } from './context.ts'
import { implementDossier } from './dossier/schema.ts'
import { implementFeed } from './feed/schema.ts'
import { implementImport } from './import/schema.ts'
import { implementInvitations } from './invitations/schema.ts'
import { implementLog } from './log/schema.ts'
import { implementMutations } from './mutations.ts'
import { declare } from './refs.ts'
import { implementParties } from './parties/schema.ts'
import { implementRegion } from './region/schema.ts'
import { implementSharing } from './sharing/schema.ts'
import { implementWebhooks } from './webhooks/schema.ts'
import { implementViewer } from './viewer.ts'

/** The dossier as an agreement: parties, status, sharing, applications, log, feed. */
export function makeSchema(): GraphQLSchema {
  const builder = consentBuilder()
  builder.queryType({ description: 'What can be asked. Everything needs a signed-in viewer.' })
  builder.subscriptionType({ description: 'What can be followed, over server-sent events or a websocket.' })
  const refs = declare(builder)
  const pages = implementPages(builder)
  implementViewer(builder, refs)
  implementRegion(builder, refs)
  const readLogConnection = implementLog(refs, pages)
  implementDossier(builder, refs, pages, readLogConnection)
  implementApplications(builder, refs)
  implementSharing(refs)
  implementFeed(builder, refs, pages)
  implementMutations(builder, refs)
  implementInvitations(builder, refs)
  implementParties(builder, refs)
  implementWebhooks(builder, refs)
  implementImport(builder, refs)
  return builder.toSubGraphSchema({ linkUrl: 'https://specs.apollo.dev/federation/v2.6' })
}
