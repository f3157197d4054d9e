import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { lookupFor, PrivateAddress, webhookAddress } from './address.ts'

/** How a delivery ended: `TOLD`, or in a word why not. A status is `HTTP 500`. */
export type Outcome = 'TOLD' | 'TIMEOUT' | 'UNREACHABLE' | 'CERTIFICATE' | 'PRIVATE_ADDRESS' | `HTTP ${number}`

/** How long a receiver may take to say that it has it. */
export const PATIENCE_MS = 10_000
const LARGEST_HEADERS = 16 * 1024

/** Posts one message. Follows no redirect, reads nothing of the answer but its status, and waits no longer than it says. */
export function post(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  { isDemo, signal, patienceMs = PATIENCE_MS }: { isDemo: boolean; signal?: AbortSignal; patienceMs?: number },
): Promise<Outcome> {
  return new Promise((resolve) => {
    let url: URL
    try {
      url = webhookAddress(address, isDemo)
    } catch {
      // It was allowed when it was registered, in a demo perhaps; now it is not.
      return resolve('PRIVATE_ADDRESS')
    }
    const patience = AbortSignal.timeout(patienceMs)
    const lookup = lookupFor(url, isDemo)
    const ask = (url.protocol === 'https:' ? overHttps : overHttp)(
      url,
      {
        method: 'POST',
        agent: false,
        ...(lookup ? { lookup } : {}),
        signal: signal ? AbortSignal.any([patience, signal]) : patience,
        maxHeaderSize: LARGEST_HEADERS,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Doorstroomhub',
          connection: 'close',
        },
      },
      (response) => {
        const { statusCode: status = 0 } = response
        // What it says besides is not for us, however long it is.
        response.destroy()
        resolve(status >= 200 && status < 300 ? 'TOLD' : `HTTP ${status}`)
      },
    )
    ask.on('error', (error: NodeJS.ErrnoException) => resolve(patience.aborted ? 'TIMEOUT' : outcomeOf(error)))
    ask.end(body)
  })
}

function outcomeOf(error: NodeJS.ErrnoException): Outcome {
  if (error instanceof PrivateAddress) return 'PRIVATE_ADDRESS'
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(error.code ?? '') ? 'CERTIFICATE' : 'UNREACHABLE'
}
