import { createClient, type Client } from 'graphql-ws'
import WebSocket from 'ws'

/** A stock client on a socket of its own, for the programs that load. `url` is the hub's `/graphql`. */
export function socketOf(url: string, authorization: string, opened?: () => void): Client {
  return createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    lazy: false,
    retryAttempts: 0,
    // Said by `opened` not being called; what broke is seen by what does not come.
    onNonLazyError: () => undefined,
    ...(opened && { on: { connected: opened } }),
  })
}

/** Follows one subscription; throws out of the program when it ends by itself. */
export function follow<Data>(client: Client, query: string, next: (data: Data) => void): void {
  client.subscribe<Data>(
    { query },
    {
      next({ data, errors }) {
        if (errors) throw new Error(`A subscription answers ${JSON.stringify(errors)}.`)
        next(data as Data)
      },
      error(cause) {
        throw new Error('A subscription was refused.', { cause })
      },
      complete: () => undefined,
    },
  )
}
