import { Agent, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { onOrder } from '../ordered.ts'

/** A browser that was never here opens a page: what it fetches, in the order in which it can know of it. */
export interface Visiting {
  url: string
  /** Of the page that is opened. */
  path: string
  authorization: string
  /** The file of that page, which the first file asks for when it knows who is there. */
  chunk: string
  /** Who is there, and what the page shows. */
  questions: { whoAmI: string; page: string }
  warm: number
  visits: number
}

export interface Visited {
  /** From the request for the page to its data, milliseconds. */
  whole: number[]
  bytes: number
  files: number
}

const UNPACK: Readonly<Record<string, (packed: Buffer) => Buffer>> = { gzip: gunzipSync, br: brotliDecompressSync }

interface Got {
  body: Buffer
  bytes: number
}

onOrder<Visiting, Visited>(async (order, mark) => {
  const { url, path, authorization, chunk, questions } = order

  async function visit(): Promise<{ ms: number; bytes: number; files: number }> {
    // As many connections as a browser makes, and all of them new.
    const agent = new Agent({ keepAlive: true, maxSockets: 6 })
    const get = (at: string, accept: string, body?: string): Promise<Got> =>
      new Promise((resolve, reject) => {
        const headers = {
          accept,
          'accept-encoding': 'gzip, deflate, br',
          ...(body === undefined ? {} : { authorization, 'content-type': 'application/json' }),
        }
        const sent = request(
          new URL(at, url),
          { agent, method: body === undefined ? 'GET' : 'POST', headers },
          (answer) => {
            const parts: Buffer[] = []
            answer.on('data', (part: Buffer) => parts.push(part))
            answer.once('error', reject)
            answer.once('end', () => {
              const packed = Buffer.concat(parts)
              if (answer.statusCode !== 200) return reject(new Error(`${at} answers ${answer.statusCode}`))
              const unpack = UNPACK[answer.headers['content-encoding'] ?? '']
              resolve({ body: unpack ? unpack(packed) : packed, bytes: packed.length })
            })
          },
        )
        sent.once('error', reject)
        sent.end(body)
      })
    const ask = async (query: string): Promise<Got> => {
      const got = await get('/graphql', 'application/json', JSON.stringify({ query }))
      if (!got.body.toString().startsWith('{"data":{'))
        throw new Error(`The page gets ${got.body.toString().slice(0, 300)}`)
      return got
    }
    try {
      const began = performance.now()
      const html = await get(path, 'text/html')
      const assets = [...html.body.toString().matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, at]) => at!)
      if (assets.length === 0) throw new Error('The page names no files: the pages were not built.')
      const got = [html, ...(await Promise.all(assets.map((at) => get(at, '*/*'))))]
      got.push(await ask(questions.whoAmI))
      got.push(await get(chunk, '*/*'))
      got.push(await ask(questions.page))
      return {
        ms: performance.now() - began,
        bytes: got.reduce((sum, { bytes }) => sum + bytes, 0),
        files: got.length,
      }
    } finally {
      agent.destroy()
    }
  }

  for (let number = 0; number < order.warm; number++) await visit()
  await mark('begin')
  const visits = []
  for (let number = 0; number < order.visits; number++) visits.push(await visit())
  await mark('end')
  return { whole: visits.map(({ ms }) => ms), bytes: visits[0]!.bytes, files: visits[0]!.files }
})
