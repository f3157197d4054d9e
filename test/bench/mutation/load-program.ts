import { onOrder } from '../ordered.ts'
import { follow, socketOf } from '../subscriber.ts'

/** One student who stops sharing and goes on, over and over, and hears of each in the feed. */
export interface Acting {
  url: string
  headers: Record<string, string>
  warm: number
  acts: number
}

export interface Acted {
  /** Of every act that counts, in milliseconds: until its answer, and until its event. */
  answered: number[]
  heard: number[]
  seconds: number
}

interface Feed {
  changes: { edges: unknown[]; pageInfo: { endCursor: string | null } }
}

interface Answer<Data> {
  data?: Data | null
  errors?: { message: string }[]
}

onOrder<Acting, Acted>(async ({ url, headers, warm, acts }, mark) => {
  async function ask<Data>(query: string, variables = {}): Promise<Data> {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
    const { data, errors } = (await response.json()) as Answer<Data>
    if (!data || errors) throw new Error(`The hub answers ${JSON.stringify(errors)}.`)
    return data
  }
  const own = await ask<{ dossiers: { edges: { node: { id: string } }[] } }>('{ dossiers { edges { node { id } } } }')
  const id = own.dossiers.edges[0]!.node.id

  // One event for each act: none lost, none twice, and none before its act.
  let came: ((at: number) => void) | undefined
  let extra = 0
  const client = socketOf(url, headers['authorization']!)
  // After the last change that there was: nothing is missed, however long it takes to subscribe.
  const { changes } = await ask<Feed>('{ changes(first: 500) { edges { cursor } pageInfo { endCursor } } }')
  const after = JSON.stringify(changes.pageInfo.endCursor)
  follow(client, `subscription { changeAdded(after: ${after}) { kind } }`, () => {
    if (came) came(performance.now())
    else extra++
    came = undefined
  })

  async function act(number: number): Promise<{ answered: number; heard: number }> {
    const name = number % 2 === 0 ? 'pauseSharing' : 'resumeSharing'
    const event = new Promise<number>((resolve) => (came = resolve))
    const began = performance.now()
    await ask(`mutation ($id: ID!) { ${name}(input: { dossierId: $id }) { id paused } }`, { id })
    const answered = performance.now() - began
    return { answered, heard: (await event) - began }
  }

  for (let number = 0; number < warm; number++) await act(number)
  await mark('begin')
  const began = performance.now()
  const answered: number[] = []
  const heard: number[] = []
  for (let number = warm; number < warm + acts; number++) {
    const one = await act(number)
    answered.push(one.answered)
    heard.push(one.heard)
  }
  const seconds = (performance.now() - began) / 1000
  await mark('end')
  const rest = await ask<Feed>(`{ changes(first: 500, after: ${after}) { edges { cursor } pageInfo { endCursor } } }`)
  const kept = rest.changes.edges.length
  await client.dispose()
  if (extra > 0) throw new Error(`${extra} events came that nobody caused.`)
  if (kept !== warm + acts) throw new Error(`The feed holds ${kept} changes after ${warm + acts} acts.`)
  return { answered, heard, seconds }
})
