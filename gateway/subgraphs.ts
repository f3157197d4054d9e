import type { Judge } from '@doorstroomhub/kit/judge.ts'
import type { House, OpenSubgraph, Subgraph } from '@doorstroomhub/kit/subgraph.ts'

/** The five, each loaded only where it runs. Consent is first: it judges for the others. */
export const subgraphs = [
  { name: 'consent', load: async () => (await import('@doorstroomhub/consent/main.ts')).consent },
  { name: 'person', load: async () => (await import('@doorstroomhub/person/main.ts')).person },
  { name: 'support-needs', load: async () => (await import('@doorstroomhub/support-needs/main.ts')).supportNeeds },
  {
    name: 'career-portfolio',
    load: async () => (await import('@doorstroomhub/career-portfolio/main.ts')).careerPortfolio,
  },
  {
    name: 'intake-preparation',
    load: async () => (await import('@doorstroomhub/intake-preparation/main.ts')).intakePreparation,
  },
] as const satisfies readonly { name: string; load(): Promise<Subgraph> }[]

/** Says no to everything, until the referee is there: consent itself never asks it. */
const nobodyJudges: Judge = () => Promise.reject(new Error('The referee was asked before it was there.'))
const nobodyListens = () => Promise.reject(new Error('Consent was told something before it was there.'))

/** Begins to load all five, so that it happens while the database opens; a failure shows when they are opened. */
export function loadSubgraphs(): void {
  for (const { load } of subgraphs) load().catch(() => undefined)
}

/** Opens all five in this process, with consent as the referee of the others. Closes what is open when one of them fails. */
export async function openSubgraphs(
  house: Omit<House, 'judge' | 'report' | 'erased' | 'talksEnded'> & { judged?: (seconds: number) => void },
): Promise<OpenSubgraph[]> {
  const [first, ...others] = subgraphs
  const loading = others.map(({ load }) => load())
  const opened: OpenSubgraph[] = []
  try {
    const consent = await (
      await first.load()
    ).open({ ...house, judge: nobodyJudges, report: nobodyListens, erased: nobodyListens, talksEnded: nobodyListens })
    opened.push(consent)
    // One after the other: the embedded database has one connection, and migrations take turns on it anyway.
    const { report, erased, talksEnded } = consent
    const judge: Judge = async (...asked) => {
      const began = performance.now()
      try {
        return await consent.judge(...asked)
      } finally {
        house.judged?.((performance.now() - began) / 1000)
      }
    }
    for (const subgraph of await Promise.all(loading))
      opened.push(await subgraph.open({ ...house, judge, report, erased, talksEnded }))
    return opened
  } catch (cause) {
    await Promise.allSettled([...loading, ...opened.map((subgraph) => subgraph.close())])
    throw cause
  }
}
