import { Client } from '@doorstroomhub/intake-preparation/rooms/house.testing.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { post } from '../world/answer.ts'
import { follow, socketOf } from '../bench/subscriber.ts'
import { dossiersOf } from '../bench/intakers-list/question.ts'

/** Everything that people and systems do at a hub, once around. */
export interface Mix {
  /** One time around: lists, dossiers, the log, the feed, acts, a dashboard, a live document, mistakes. */
  around(number: number): Promise<void>
}

export interface MixOptions {
  url: string
  /** A fresh token each time. */
  headersOf(account: string, purpose?: string): Promise<Record<string, string>>
  preparationOf(student: string): string
}

/** Students of the demo who share with the intaker's institution, or tried to. */
const STUDENTS = ['noor', 'lotte', 'jay', 'yara'] as const

export function openMix({ url, headersOf, preparationOf }: MixOptions): Mix {
  const ids = new Map<string, string>()

  async function ask(account: string, query: string, variables = {}, purpose?: string) {
    const answer = await post(`${url}/graphql`, { query, variables }, await headersOf(account, purpose))
    if (answer.data === null || answer.data === undefined)
      throw new Error(`${account} gets no answer: ${answer.text.slice(0, 500)}`)
    return answer.data
  }

  async function dossierOf(student: string): Promise<string> {
    const known = ids.get(student)
    if (known !== undefined) return known
    const { dossiers } = await ask(student, '{ dossiers(first: 1) { edges { node { id } } } }')
    const { id } = dossiers.edges[0].node
    ids.set(student, id)
    return id
  }

  /** A dashboard that opens, sees the region once, and closes. */
  async function look(): Promise<void> {
    const { authorization } = await headersOf('ilse')
    const client = socketOf(`${url}/graphql`, authorization!)
    await new Promise<void>((resolve) => {
      follow(client, 'subscription { regionStatus(code: "10") { at counts { status shown } } }', () => resolve())
    })
    await client.dispose()
  }

  /** Somebody opens a section, writes a line, and goes when it has been written down. */
  async function write(student: string, words: string): Promise<void> {
    const preparation = preparationOf(student)
    const { openSection } = await ask(
      student,
      `mutation ($id: ID!) { openSection(input: { intakePreparationId: $id, section: QUESTIONS }) { ticket } }`,
      { id: preparation },
    )
    const client = new Client(`${url.replace('http', 'ws')}/documents`, `${preparation}/questions`, '', {
      ticket: openSection.ticket as string,
    })
    await client.synced()
    client.write(words)
    const { dossiers } = await ask(student, '{ dossiers(first: 1) { edges { node { id } } } }')
    if (dossiers.edges.length !== 1) throw new Error(`${student} lost the dossier.`)
    client.leave()
  }

  return {
    async around(number) {
      const student = STUDENTS[number % STUDENTS.length]!
      const id = await dossierOf(student)
      await ask('marieke', dossiersOf('IntakersList', 20), {}, 'INTAKE_TALK')
      await Promise.all([
        ask(student, dossiersOf('MyDossier', 1)),
        ask('joris', dossiersOf('MentorsList', 30)),
        // A question that nobody asked before: what is kept of questions must have an end.
        ask('karim', `query Never${number} { dossiers(first: ${1 + (number % 50)}) { edges { node { id status } } } }`),
        ask(student, 'query ($id: ID!) { dossier(id: $id) { readLog { edges { node { reader groups at } } } } }', {
          id,
        }),
        ask('marieke', '{ changes(first: 100) { edges { node { kind at } } } }', {}, 'INTAKE_TALK'),
      ])
      for (const act of ['pauseSharing', 'resumeSharing'])
        await ask(student, `mutation ($id: ID!) { ${act}(input: { dossierId: $id }) { id paused } }`, { id })
      await look()
      await write('noor', `regel ${number} `)
      // Mistakes, which leave nothing behind either.
      await post(`${url}/graphql`, { query: `{ nothing${number} }` }, await headersOf('joris'))
      await post(`${url}/graphql`, { query: '{ viewer { name } }' }, { authorization: `Bearer no-token-${number}` })
    },
  }
}

/** Waits until the hub says that no stream is open any more. */
export async function untilQuiet(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const text = await (await fetch(`${url}/metrics`)).text()
    const open = [...text.matchAll(/^hub_streams_open\{[^}]*\} (\d+)$/gm)].reduce(
      (sum, [, many]) => sum + Number(many),
      0,
    )
    if (open === 0) return
    if (tries === 200) throw new Error(`${open} streams stayed open.`)
    await pause(50)
  }
}
