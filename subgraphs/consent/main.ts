import { keyFor, sealer } from '@doorstroomhub/kit/sealed.ts'
import { Partitions } from '@doorstroomhub/kit/partitions.ts'
import { assemble } from '@doorstroomhub/kit/serve.ts'
import { standalone } from '@doorstroomhub/kit/standalone.ts'
import type { Ask, Judge } from '@doorstroomhub/kit/judge.ts'
import type { EndedSession, House, OpenSubgraph, Report, Subgraph } from '@doorstroomhub/kit/subgraph.ts'
import { access } from './access.ts'
import type { ConsentContext, Live } from './context.ts'
import { entities } from './entities.ts'
import { feedCursors } from './feed/cursors.ts'
import { Tail } from './feed/tail.ts'
import { makeLoaders } from './loaders.ts'
import { migrations } from './migrations/list.ts'
import { Referee } from './referee/judge.ts'
import { RegionWatches } from './region/following.ts'
import { growing } from './retention.ts'
import { endAgain, type Ended, type EndedAgain, type Mark } from './restored.ts'
import { erasedSince, receiveReport, talksEndedSince } from './reports.ts'
import { runDue, startScheduler } from './scheduler.ts'
import { makeSchema } from './schema.ts'
import { webhookSecrets } from './webhooks/secrets.ts'
import { WebhookSender } from './webhooks/sending.ts'
import { endedSessions, endSession } from './sessions.ts'

export { endedIn, marksIn, movedSince, type Ended, type EndedAgain, type Mark } from './restored.ts'

/** Consent, opened: also the judge of all others. */
export interface OpenConsent extends OpenSubgraph {
  judge: Judge
  /** What the content subgraphs tell consent, and what they ask it. */
  report: House['report']
  erased: House['erased']
  talksEnded: House['talksEnded']
  /** Sessions of people that were ended before their time, for every gateway (docs/decisions/session.md). */
  sessions: {
    end(session: { id: string; until: string }): Promise<void>
    since(at: string | null): Promise<EndedSession[]>
  }
  /** Does now what time itself does: lapse, expiry, birthdays, retention. The scheduler calls it every minute. */
  runDue(): Promise<number>
  /** After an older state was put back: what had ended since ends again (docs/operating.md). */
  endAgain(lists: readonly Ended[], moved: readonly Pick<Mark, 'id' | 'rights'>[]): Promise<EndedAgain>
  /** Tells partner systems now what is due. It goes by itself, with the feed and every five seconds. */
  deliverWebhooks(): Promise<number>
  /** How many streams and regions are being followed in this process. */
  listeners(): number
}

/** The dossier as an agreement, and the referee. */
export const consent: Subgraph<OpenConsent> = {
  name: 'consent',
  async open(house) {
    const database = await house.database.open({ schema: 'consent', entities, migrations })
    const referee = new Referee(database.sql, house.clock)
    const sender = () => ({ em: database.em(), bus: house.bus, now: house.clock })
    const report = async (told: Report) => {
      await receiveReport(sender(), told)
      referee.forgetAll()
    }
    const erased = (after: string | null) => erasedSince(database.sql, after)
    const talksEnded = (after: string | null) => talksEndedSince(database.sql, after)
    const cursors = feedCursors(house.keys['personalNumber'])
    const sessions: OpenConsent['sessions'] = {
      end: (session) => endSession({ sql: database.sql, bus: house.bus, now: house.clock }, session),
      since: (at) => endedSessions(database.sql, at, house.clock()),
    }
    const live: Live = {
      tail: new Tail(database.sql, house.bus, house.onError),
      regions: new RegionWatches(database.sql, house.clock, house.onError),
    }
    const webhooks = new WebhookSender({
      sql: database.sql,
      bus: house.bus,
      clock: house.clock,
      tail: live.tail,
      referee,
      cursors,
      secrets: webhookSecrets(house.keys['personalNumber']),
      isDemo: house.demo ?? false,
      isIdle: house.idle ?? false,
      onError: house.onError,
    })
    const seals = sealer(keyFor(house.keys['personalNumber'], 'imports'))
    const partitions = new Partitions(database, growing)
    const stopScheduler = house.idle ? null : startScheduler(sender, database.sql, partitions, house.onError)
    const open = assemble<ConsentContext>({
      name: 'consent',
      schema: makeSchema(),
      access,
      database,
      house: { ...house, judge: referee.judge },
      extend: (base) => {
        const context: ConsentContext = {
          ...base,
          loaders: makeLoaders(base.em, base.sql),
          referee,
          bus: house.bus,
          live,
          cursors,
          webhooks,
          seals,
          refresh() {
            referee.forget(context.asking)
            context.em = database.em()
            context.loaders = makeLoaders(context.em, context.sql)
          },
        }
        return context
      },
      async close() {
        await webhooks.close()
        live.regions.close()
        live.tail.close()
        await stopScheduler?.()
      },
    })
    return {
      ...open,
      judge: referee.judge,
      report,
      erased,
      talksEnded,
      sessions,
      endAgain: (lists, moved) => endAgain(sender(), database.sql, lists, moved),
      runDue: () => runDue(sender(), database.sql, partitions),
      deliverWebhooks: () => webhooks.deliverDue(),
      listeners: () => live.tail.size + live.regions.size,
      internal: {
        '/internal/judge': (asking, body) => {
          const { subgraph, asks } = body as { subgraph: string; asks: Ask[] }
          return referee.judge(asking, subgraph, asks)
        },
        '/internal/report': (_asking, body) => report(body as Report),
        '/internal/erased': (_asking, body) => erased((body as { after: string | null }).after),
        '/internal/talks-ended': (_asking, body) => talksEnded((body as { after: string | null }).after),
        '/internal/session-ended': (_asking, body) => sessions.end(body as { id: string; until: string }),
        '/internal/sessions-ended': (_asking, body) => sessions.since((body as { since: string | null }).since),
      },
    }
  },
}

if (import.meta.main) await standalone(consent)
