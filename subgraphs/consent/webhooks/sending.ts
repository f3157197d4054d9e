import type { Bus } from '@doorstroomhub/kit/bus.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import { randomUUID } from 'node:crypto'
import { Webhook as Signer } from 'standardwebhooks'
import type { FeedCursors } from '../feed/cursors.ts'
import { changesFor, mayKnow } from '../feed/reading.ts'
import { feedEnd, isAfter, type FeedChange, type Place } from '../feed/rows.ts'
import type { Tail } from '../feed/tail.ts'
import { askerOf } from '../referee/facts.ts'
import type { Referee } from '../referee/judge.ts'
import { relationOf } from '../rules/decide.ts'
import { ledgerOf, RENEW_MS, type Claim, type Ledger, type Target } from './ledger.ts'
import { post } from './post.ts'
import { A_DAY_MS, waitAfter } from './schedule.ts'
import type { WebhookSecrets } from './secrets.ts'

/** Bus: a webhook was registered, changed or removed. */
export const WEBHOOKS_CHANGED = 'webhooks'

const BATCH = 100
/** How often is looked for what is due again, and for what a lost message kept from this hub. */
const BEAT_MS = 5_000
/** While nobody registered anything, one beat in so many is enough. */
const IDLE_BEATS = 12

export interface SenderParts {
  sql: Sql
  bus: Bus
  clock: () => Date
  tail: Tail
  referee: Referee
  cursors: FeedCursors
  secrets: WebhookSecrets
  /** In demo mode a receiver may be on this machine. */
  isDemo: boolean
  /** Nothing is sent: for a restore. */
  isIdle: boolean
  onError: (error: unknown) => void
  random?: () => number
}

/**
 * Tells partner systems of changes: one message per change, one after the other per webhook, so that the order per dossier is
 * kept whatever fails. What is told is what the feed shows that institution, judged for it at the moment of sending.
 */
export class WebhookSender {
  /** Whether receivers on this machine are allowed. */
  readonly isDemo: boolean
  readonly secrets: WebhookSecrets
  readonly #parts: SenderParts
  readonly #ledger: Ledger
  readonly #random: () => number
  readonly #closing = new AbortController()
  readonly #stops: (() => void)[]
  readonly #beat: NodeJS.Timeout
  #stopTail: (() => void) | null = null
  #working: Promise<unknown> = Promise.resolve()
  #isWoken = false
  readonly #running = new Set<Promise<unknown>>()

  constructor(parts: SenderParts) {
    this.#parts = parts
    this.isDemo = parts.isDemo
    this.secrets = parts.secrets
    // As good as closed: whatever wakes it, nothing is sent.
    if (parts.isIdle) this.#closing.abort()
    this.#random = parts.random ?? Math.random
    this.#ledger = ledgerOf(parts.sql, randomUUID())
    this.#stops = [parts.bus.subscribe(WEBHOOKS_CHANGED, () => this.#wake()), parts.bus.onGap(() => this.#wake())]
    let beats = 0
    this.#beat = setInterval(() => {
      beats += 1
      if (this.#stopTail || beats % IDLE_BEATS === 0) this.#wake()
    }, BEAT_MS).unref()
    this.#wake()
  }

  /** Looks soon; many wakes at once are one look. */
  #wake(): void {
    if (this.#isWoken || this.#closing.signal.aborted) return
    this.#isWoken = true
    this.#working = this.#working
      .then(async () => {
        this.#isWoken = false
        await this.#listenWhileUsed()
        if (this.#stopTail) void this.deliverDue().catch(this.#parts.onError)
      })
      .catch(this.#parts.onError)
  }

  /** The feed's end is watched only while there is a webhook. */
  async #listenWhileUsed(): Promise<void> {
    const isUsed = await this.#ledger.isUsed()
    if (isUsed && !this.#stopTail)
      this.#stopTail = await this.#parts.tail.listen(() => void this.deliverDue().catch(this.#parts.onError))
    if (!isUsed && this.#stopTail) {
      this.#stopTail()
      this.#stopTail = null
    }
  }

  /** Tells everything that is due; resolves when this hub has done its part. */
  async deliverDue(): Promise<number> {
    let told = 0
    while (!this.#closing.signal.aborted) {
      const claims = await this.#ledger.claim(this.#parts.clock())
      if (claims.length === 0) break
      const running = Promise.all(claims.map((claim) => this.#deliver(claim)))
      this.#running.add(running)
      told += (await running.finally(() => this.#running.delete(running))).reduce((sum, each) => sum + each, 0)
    }
    return told
  }

  /** Tells one webhook what it was not told yet, until the end of the feed, a failure, or the loss of the lease. */
  async #deliver({ webhookId, place, attempts, failingSince }: Claim): Promise<number> {
    const { sql, clock } = this.#parts
    let told = 0
    let leasedAt = performance.now()
    for (;;) {
      const end = (await feedEnd(sql)).place
      const first = await this.#ledger.target(webhookId)
      if (!first) break
      const changes = await changesFor(sql, place, BATCH, { role: 'PARTNER', brin: first.institution })
      for (const change of changes) {
        if (performance.now() - leasedAt > RENEW_MS) {
          if (!(await this.#ledger.renew(webhookId))) return told
          leasedAt = performance.now()
        }
        const target = await this.#ledger.target(webhookId)
        if (!target || this.#closing.signal.aborted) return this.#stop(webhookId, place, told)
        if (await this.#mayHear(change, target, webhookId)) {
          const outcome = await this.#send(change, target, webhookId)
          const now = clock()
          if (this.#closing.signal.aborted && outcome !== 'TOLD') return this.#stop(webhookId, place, told)
          if (outcome !== 'TOLD') {
            await this.#failed(webhookId, place, change, { attempts, failingSince, failure: outcome })
            return told
          }
          if (!(await this.#ledger.told(webhookId, change, now))) return told
          leasedAt = performance.now()
          failingSince = null
          attempts = 0
          told += 1
        }
        place = { tx: change.tx, id: change.id }
      }
      if (changes.length < BATCH) {
        await this.#ledger.caughtUp(webhookId, isAfter(end, place) ? end : place)
        return told
      }
    }
    return this.#stop(webhookId, place, told)
  }

  async #stop(webhookId: string, place: Place, told: number): Promise<number> {
    await this.#ledger.giveBack(webhookId, place)
    return told
  }

  async #failed(
    webhookId: string,
    place: Place,
    change: FeedChange,
    { attempts, failingSince, failure }: { attempts: number; failingSince: Date | null; failure: string },
  ): Promise<void> {
    const now = this.#parts.clock()
    const nextAt = new Date(now.getTime() + waitAfter(attempts + 1, this.#random))
    const isKept = await this.#ledger.failed(webhookId, place, { failure, behindSince: change.at, nextAt, now })
    if (!isKept) return
    if (failure === 'HTTP 410') await this.#ledger.pause(webhookId, 'GONE')
    else if (failingSince && now.getTime() - failingSince.getTime() >= A_DAY_MS)
      await this.#ledger.pause(webhookId, 'A_DAY')
  }

  /** Judged as that institution, now, with facts that were read for this one message. */
  async #mayHear(change: FeedChange, { institution, name }: Target, webhookId: string): Promise<boolean> {
    const asking: Asking = {
      viewer: {
        subject: `webhook:${webhookId}`,
        name,
        role: 'PARTNER',
        organisation: { brin: institution, name, kind: 'MBO' },
        region: null,
        municipality: null,
        scopes: ['feed:read'],
      },
      purpose: null,
      requestId: randomUUID(),
      language: 'en',
    }
    const who = askerOf(asking)!
    const [facts] = await this.#parts.referee.facts(asking, [change.dossierId])
    const now = this.#parts.clock()
    return facts != null && mayKnow(change, relationOf(facts, who, now), facts, who, now)
  }

  #send(change: FeedChange, target: Target, webhookId: string) {
    const { cursors, secrets, clock } = this.#parts
    const cursor = cursors.of(change)
    // The same for every attempt, so that the receiver knows what it has already.
    const id = `msg_${cursor}`
    const body = JSON.stringify({
      type: change.kind,
      timestamp: change.at.toISOString(),
      data: {
        dossierId: change.dossierId,
        applicationId: change.institution === target.institution ? change.applicationId : null,
        cursor,
      },
    })
    const now = clock()
    const sealed = [target.secret]
    if (target.formerSecret && target.formerUntil && now < target.formerUntil) sealed.push(target.formerSecret)
    const signatures = sealed.map((one) => new Signer(secrets.open(one, webhookId)).sign(id, now, body))
    return post(
      target.url,
      body,
      {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': signatures.join(' '),
      },
      { isDemo: this.isDemo, signal: this.#closing.signal },
    )
  }

  /** Ends what is on its way; it is told again by whoever comes next. */
  async close(): Promise<void> {
    this.#closing.abort()
    clearInterval(this.#beat)
    for (const stop of this.#stops) stop()
    this.#stopTail?.()
    await this.#working
    await Promise.allSettled(this.#running)
  }
}
