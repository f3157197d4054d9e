import { Agent, request } from 'node:http'

/** One question, asked over and over by so many at a time. */
export interface Load {
  url: string
  headers: Record<string, string>
  body: string
  atOnce: number
  seconds: number
  /** Goes on until so many were answered, within reason: for warming up a compiler on a slow machine. */
  atLeast?: number
}

/** What came of it. */
export interface Loaded {
  requests: number
  seconds: number
  /** Of every request, in milliseconds. */
  latencies: number[]
  /** Answers that were not as long as the first one: some put their errors in another order each time. */
  different: number
  /** The first answer, and the first of those that differ, to see what went wrong. */
  first: string
  otherwise: string | undefined
}

const LONGEST_WARMING_MS = 20_000

/** Connections live as long as one round: a server closes what was idle while the others were asked. */
let agent = new Agent({ keepAlive: true })

function ask({ url, headers, body }: Load): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('error', reject)
      response.once('end', () => {
        const text = Buffer.concat(parts).toString('utf8')
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`status ${response.statusCode}: ${text.slice(0, 300)}`))
      })
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

async function run(load: Load): Promise<Loaded> {
  agent.destroy()
  agent = new Agent({ keepAlive: true })
  const latencies: number[] = []
  let first: string | undefined
  let different = 0
  let otherwise: string | undefined
  const began = performance.now()
  const until = began + load.seconds * 1000
  const latest = until + LONGEST_WARMING_MS
  const isOver = (now: number): boolean => now >= until && (latencies.length >= (load.atLeast ?? 0) || now >= latest)
  const worker = async (): Promise<void> => {
    while (!isOver(performance.now())) {
      const asked = performance.now()
      const text = await ask(load)
      latencies.push(performance.now() - asked)
      first ??= text
      if (text.length === first.length) continue
      different++
      otherwise ??= text
    }
  }
  await Promise.all(Array.from({ length: load.atOnce }, worker))
  return {
    requests: latencies.length,
    seconds: (performance.now() - began) / 1000,
    latencies,
    different,
    first: first ?? '',
    otherwise,
  }
}

process.on('message', (load: Load) => {
  run(load).then(
    (loaded) => process.send!({ loaded }),
    (cause: unknown) => process.send!({ failed: String(cause) }),
  )
})
process.once('disconnect', () => process.exit(0))
