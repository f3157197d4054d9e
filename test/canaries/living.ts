import { Client, until } from '@doorstroomhub/intake-preparation/rooms/house.testing.ts'
import { preparationIdOf, type SectionKey } from '@doorstroomhub/intake-preparation/sections.ts'
import type { World } from '../world.ts'
import { word, type Marker } from './planting.ts'

const SECTIONS: readonly SectionKey[] = ['SUMMARY', 'QUESTIONS', 'SUPPORT', 'AGREEMENTS']
/** Far from those that are planted in tables. */
const FIRST = 200_000

/** One section of one preparation, as it is asked for and as it stands in an address. */
export interface LivingSection {
  student: (typeof WRITERS)[number]
  institution: string
  section: SectionKey
  preparation: string
  path: string
}

/** Those of whom the most is shared, with one institution, with two, and after enrolment. */
const WRITERS = ['noor', 'lotte', 'jay'] as const

export const livingSections = (here: World): LivingSection[] =>
  WRITERS.flatMap((student) =>
    Object.entries(here.applications[student] ?? {}).flatMap(([institution, application]) =>
      SECTIONS.map((section) => {
        const preparation = preparationIdOf(application)
        return { student, institution, section, preparation, path: `${preparation}/${section.toLowerCase()}` }
      }),
    ),
  )

/** A word of its own in every section, typed by the student with a stock client, so that it is in the living document too. Before `plant`. */
export async function plantLive(here: World): Promise<Map<string, Marker>> {
  const markers = new Map<string, Marker>()
  for (const who of WRITERS) {
    const clients: Client[] = []
    const typed: string[] = []
    for (const [at, { student, institution, section, preparation, path }] of livingSections(here).entries()) {
      if (student !== who) continue
      const { ticket } = await here
        .as(who)
        .act('openSection', { intakePreparationId: preparation, section }, '{ ticket }')
      const client = new Client(`${here.url.replace('http', 'ws')}/documents`, path, '', { ticket: ticket as string })
      clients.push(await client.synced())
      const made = word(FIRST + at)
      client.write(`Getypt: ${made}.`)
      typed.push(made)
      markers.set(made, { student: who, kind: 'INTAKE_PREPARATION', section, institution, place: 'a living document' })
    }
    const asked = 'query ($id: ID!) { dossier(id: $id) { applications { intakePreparation { sections { text } } } } }'
    await until('all of it is kept and read', async () => {
      const { text } = await here.as(who).query(asked, { id: here.ids[who] })
      return typed.every((made) => text.includes(made))
    })
    for (const client of clients) client.leave()
  }
  return markers
}
