import { notFound } from '@doorstroomhub/kit/errors.ts'
import type { Viewer } from '@doorstroomhub/kit/viewer.ts'
import { dossierOf, type Ask, type Found } from './ask.ts'
import { envelopeOf, isOfMbo, type DossierExport, type Fields, type Value } from './envelope.ts'
import { readLog, sharedPart, wholeDossier } from './questions.ts'

interface Making {
  ask: Ask
  viewer: Viewer
  at: Date
  purpose: string | null
  /** The hub's address. */
  from: string
}

type OfDossier = Found<{ dossier: Fields | null }>
type LogPage = {
  dossier: {
    readLog: { edges: { node: Value }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } | null
  } | null
}

/** A whole dossier as this reader may see it; for the student with the log of who looked. */
export async function wholeExport(id: string, making: Making): Promise<DossierExport> {
  const found: OfDossier = await making.ask(wholeDossier, { id })
  const dossier = dossierOf(found)
  const closed = Object.keys(dossier).filter((field) => found.closed('dossier', field))
  const log = isOfMbo(making.viewer) ? null : await wholeLog(id, making.ask)
  return {
    ...envelopeOf('dossier', making.viewer, making),
    dossier,
    ...(isOfMbo(making.viewer) ? {} : { closed }),
    ...(log ? { readLog: log } : {}),
  }
}

async function wholeLog(id: string, ask: Ask): Promise<Value[] | null> {
  const entries: Value[] = []
  for (let after: string | null = null; ;) {
    const found: Found<LogPage> = await ask(readLog, { id, after })
    const { readLog: page } = dossierOf(found)
    if (!page) return null
    entries.push(...page.edges.map(({ node }) => node))
    if (!page.pageInfo.hasNextPage) return entries
    after = page.pageInfo.endCursor
  }
}

/** What is shared with the reader's institution for this purpose, with each preparation as it was last frozen. */
export async function sharedExport(id: string, making: Making): Promise<DossierExport> {
  if (!isOfMbo(making.viewer)) throw notFound()
  const found: OfDossier = await making.ask(sharedPart, { id })
  const dossier = dossierOf(found)
  for (const application of (dossier['applications'] ?? []) as Fields[]) {
    const preparation = application['intakePreparation'] as { versions: Value[] } | null
    application['intakePreparation'] = preparation?.versions[0] ?? null
  }
  return { ...envelopeOf('shared', making.viewer, making), dossier }
}
