import { seedPeople } from '@doorstroomhub/gateway/demo/seed/write.ts'
import { idOf } from '@doorstroomhub/gateway/demo/world/ids.ts'
import type { WorldContent, WorldDossier } from '@doorstroomhub/gateway/demo/world/types.ts'
import type { Viewer } from '@doorstroomhub/kit/viewer.ts'
import { NUMBER_KEY } from '../world/prepared.ts'
import type { Person, World } from '../world.ts'

/** A student who is like another in everything, and has ids of their own. */
export interface Twin {
  name: string
  /** Dossier, application at ROC Voorbeeld, open question of ROC Voorbeeld, and items of the content. */
  id: string
  application: string
  request: string
  items: { condition: string; need: string; advice: string; experience: string; plus: string; talk: string }
  viewer: Viewer
  person: Person
  told: WorldDossier
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The same again with other ids, and for another student. */
function renamed<Value>(value: Value, name: string, subject: string): Value {
  if (typeof value === 'string') {
    if (UUID.test(value)) return idOf('twin', `${name}/${value}`) as Value
    return (value === subject ? name : value) as Value
  }
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  if (Array.isArray(value)) return value.map((each) => renamed(each, name, subject)) as Value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renamed(each, name, subject)])) as Value
}

/** Nothing but who the student is: that is never empty. */
export const emptied = (content: WorldContent): WorldContent => ({
  ...content,
  contact: { email: null, phone: null, address: null },
  support: { needs: [], strengths: [], currentSupport: [], howToDiscuss: null },
  conditions: [],
  studyAdvice: [],
  careerSummary: null,
  careerFile: { reflections: [], experiences: [], talks: [] },
  plusDocument: { items: [] },
})

export const DELTA = '02DE'
/** An application at the other institution too. */
export const alsoAtDelta = (twin: WorldDossier): WorldDossier => {
  const [first] = twin.applications
  const second = { ...first!, id: `${first!.id.slice(0, -4)}0001`, institution: DELTA }
  return {
    ...twin,
    applications: [first!, { ...second, preparation: { SUMMARY: [], QUESTIONS: [], SUPPORT: [], AGREEMENTS: [] } }],
  }
}

/** Makes twins of one of the ten, each changed as its own way asks for, and writes them as the demo's seed writes people. */
export async function bearTwins(
  world: World,
  original: string,
  changes: ReadonlyMap<string, (twin: WorldDossier) => WorldDossier>,
): Promise<Map<string, Twin>> {
  const model = world.told(original)
  const dossiers = new Map(
    [...changes].map(([name, change], index) => [
      name,
      change(renamed<WorldDossier>(model, `twin-${index}`, original)),
    ]),
  )
  await seedPeople(world.database.sql, [...dossiers.values()], NUMBER_KEY)
  return new Map(
    [...dossiers].map(([name, told]) => {
      const viewer: Viewer = { ...world.viewer(original), subject: told.subject }
      // The ids are those of the full content, also where nothing of it was written.
      const full = renamed(model, told.subject, original).content!
      const twin: Twin = {
        name,
        id: told.id,
        application: told.applications.find(({ institution }) => institution === '01VB')!.id,
        request: told.requests[0]?.id ?? idOf('twin', `${name}/no request`),
        items: {
          condition: full.conditions[0]!.id,
          need: full.support.needs[0]!.id,
          advice: full.studyAdvice[0]!.id,
          experience: full.careerFile.experiences[0]!.id,
          plus: full.plusDocument.items[0]!.id,
          talk: full.careerFile.talks[0]!.id,
        },
        viewer,
        person: world.as(viewer),
        told,
      }
      return [name, twin]
    }),
  )
}
