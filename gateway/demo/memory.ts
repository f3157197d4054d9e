import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

/** More sign-ins than a demo has going on at once; beyond it the oldest must begin again. */
const AT_MOST = 10_000

/**
 * The demo provider's memory: sign-ins that are going on and codes of a minute. In memory is enough for one hub that
 * plays a provider, and nothing of it is worth keeping over a restart. Tokens are not in it: they carry their own proof.
 */
export function inMemory(): AdapterFactory {
  const kept = new Map<string, { payload: AdapterPayload; until: number }>()

  const get = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key)
    if (!found || found.until > Date.now()) return found?.payload
    kept.delete(key)
    return undefined
  }

  return (model): Adapter => {
    const find = (holds: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
      [...kept.keys()]
        .filter((key) => key.startsWith(`${model}:`))
        .map(get)
        .find((payload) => payload !== undefined && holds(payload))
    return {
      async upsert(id, payload, seconds) {
        const key = `${model}:${id}`
        kept.delete(key)
        for (const [oldest, { until }] of kept) {
          if (kept.size < AT_MOST && until > Date.now()) break
          kept.delete(oldest)
        }
        kept.set(key, { payload, until: seconds === undefined ? Infinity : Date.now() + seconds * 1000 })
      },
      find: async (id) => get(`${model}:${id}`),
      findByUid: async (uid) => find((payload) => payload.uid === uid),
      findByUserCode: async (code) => find((payload) => payload.userCode === code),
      async consume(id) {
        const payload = get(`${model}:${id}`)
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      },
      async destroy(id) {
        kept.delete(`${model}:${id}`)
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of kept) {
          if (key.startsWith(`${model}:`) && payload.grantId === grantId) kept.delete(key)
        }
      },
    }
  }
}
