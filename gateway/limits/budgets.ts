import { rateLimited, type HubError } from '@doorstroomhub/kit/errors.ts'
import type { Viewer } from '@doorstroomhub/kit/viewer.ts'
import { bulkhead, BulkheadRejectedError, type BulkheadPolicy } from 'cockatiel'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** What one asker may do, whatever the hub's size. Kept per gateway: two gateways allow twice as much. */
export interface Allowance {
  /** Fields of answers in a minute, as each question is weighed beforehand. */
  costPerMinute: number
  /** Requests in a minute from one address, of those who are not signed in. */
  requestsPerMinute: number
  /** Subscriptions that are open, over all connections. */
  subscriptions: number
  /** Websockets to the graph. */
  sockets: number
  /** Websockets to the graph from one address, of those who did not say who they are (yet). */
  strangeSockets: number
  /** Questions that are carried out at the same time; more wait their turn. */
  atOnce: number
  /** Questions that may wait. */
  waiting: number
}

export const allowance: Allowance = {
  costPerMinute: 1_000_000,
  requestsPerMinute: 600,
  subscriptions: 2_000,
  sockets: 100,
  strangeSockets: 300,
  atOnce: 8,
  waiting: 200,
}

/** Who is to be counted: a person or system wherever it comes from, or else an address. */
export interface Counted {
  viewer: Viewer | null
  address: string
}

export type Limit = 'cost_per_minute' | 'requests' | 'at_once' | 'subscriptions' | 'sockets' | 'shape' | 'body'

export interface Budgets {
  /** Takes this much of what may be spent in this minute; the error when there is not enough left. */
  spend(who: Counted, points: number): Promise<HubError | undefined>
  /** Does the work when it is this asker's turn. Throws RATE_LIMITED when too many wait already. */
  inTurn<Result>(who: Counted, work: () => Promise<Result>): Promise<Result>
  /** Room for one more subscription: how to give it back; undefined when there is none. */
  openSubscription(who: Counted): (() => void) | undefined
  /** The same for a websocket. */
  openSocket(who: Counted): (() => void) | undefined
  /** Told of every limit that somebody met. */
  onMet: (limit: Limit) => void
}

const MINUTE = 60

/** Opens the counts of one gateway, in memory. */
export function openBudgets(given: Partial<Allowance> = {}, windowSeconds = MINUTE): Budgets {
  const allowed: Allowance = { ...allowance, ...given }
  const costs = new RateLimiterMemory({ points: allowed.costPerMinute, duration: windowSeconds })
  const requests = new RateLimiterMemory({ points: allowed.requestsPerMinute, duration: windowSeconds })
  const turns = new Map<string, { policy: BulkheadPolicy; users: number }>()
  const subscriptions = new Map<string, number>()
  const sockets = new Map<string, number>()

  const budgets: Budgets = {
    onMet: () => undefined,
    async spend(who, points) {
      const [limiter, amount] = who.viewer ? [costs, points] : [requests, 1]
      try {
        await limiter.consume(keyOf(who), amount)
        return undefined
      } catch (left) {
        if (!(left instanceof RateLimiterRes)) throw left
        budgets.onMet(who.viewer ? 'cost_per_minute' : 'requests')
        return rateLimited(Math.max(1, Math.ceil(left.msBeforeNext / 1000)))
      }
    },
    async inTurn(who, work) {
      const key = keyOf(who)
      let turn = turns.get(key)
      if (!turn) turns.set(key, (turn = { policy: bulkhead(allowed.atOnce, allowed.waiting), users: 0 }))
      turn.users++
      try {
        return await turn.policy.execute(work)
      } catch (cause) {
        if (!(cause instanceof BulkheadRejectedError)) throw cause
        budgets.onMet('at_once')
        throw rateLimited(1)
      } finally {
        if (--turn.users === 0) turns.delete(key)
      }
    },
    openSubscription: (who) => take(subscriptions, keyOf(who), allowed.subscriptions, 'subscriptions'),
    openSocket: (who) => take(sockets, keyOf(who), who.viewer ? allowed.sockets : allowed.strangeSockets, 'sockets'),
  }
  return budgets

  function take(counts: Map<string, number>, key: string, most: number, limit: Limit): (() => void) | undefined {
    const count = counts.get(key) ?? 0
    if (count >= most) {
      budgets.onMet(limit)
      return undefined
    }
    counts.set(key, count + 1)
    let given = false
    return () => {
      if (given) return
      given = true
      const left = counts.get(key)! - 1
      if (left === 0) counts.delete(key)
      else counts.set(key, left)
    }
  }
}

const keyOf = ({ viewer, address }: Counted): string => (viewer ? `${viewer.role} ${viewer.subject}` : address)
