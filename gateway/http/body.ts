import { invalid, type HubError } from '@doorstroomhub/kit/errors.ts'
import type { IncomingMessage } from 'node:http'
import { limits, tooLarge } from '../limits.ts'

/** A body that cannot be taken: the error to say, and the status to say it with. */
export class BadBody extends Error {
  readonly status: 400 | 413 | 415
  readonly said: HubError
  constructor(status: 400 | 413 | 415, said: HubError) {
    super(said.message)
    this.status = status
    this.said = said
  }
}

/** Reads a JSON body, or throws BadBody. Never keeps more than the limit in memory, whatever the caller says of its length. */
export async function readJson(request: IncomingMessage, types = ['application/json']): Promise<unknown> {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const charset =
    parameters
      .find((each) => each.startsWith('charset='))
      ?.slice('charset='.length)
      .replaceAll('"', '') ?? 'utf-8'
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (!types.includes(type) || (charset !== 'utf-8' && charset !== 'utf8') || encoding !== 'identity')
    throw new BadBody(
      415,
      invalid(
        'content-type',
        'Send the question as application/json in UTF-8.',
        'Stuur de vraag als application/json in UTF-8.',
      ),
    )
  if (Number(request.headers['content-length'] ?? 0) > limits.bodyBytes) throw new BadBody(413, tooLarge())
  const text = await readText(request)
  try {
    return JSON.parse(text)
  } catch {
    throw new BadBody(400, invalid('body', 'This is not JSON.', 'Dit is geen JSON.'))
  }
}

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size > limits.bodyBytes) {
        // What still comes is thrown away until the answer is out and the connection closes.
        request.removeAllListeners('data')
        request.resume()
        reject(new BadBody(413, tooLarge()))
      } else parts.push(part)
    })
    request.once('end', () => resolve((parts.length === 1 ? parts[0]! : Buffer.concat(parts)).toString('utf8')))
    request.once('error', reject)
    request.once('close', () => reject(new Error('The caller went away.')))
  })
}
