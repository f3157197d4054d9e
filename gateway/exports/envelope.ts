import type { Viewer } from '@doorstroomhub/kit/viewer.ts'

/** The version of the export's form: the second number grows with a field that is added, the first with one that goes (docs/partners/change-policy.md). */
export const EXPORT_VERSION = '1.0'

/** A field of the export as it came from the graph. */
export type Value = string | number | boolean | null | Value[] | { [name: string]: Value }
export type Fields = { [name: string]: Value }

/** What stands around the content: what it is, for whom, when, what for. The same on paper, as the watermark. */
export interface Envelope {
  format: 'doorstroomhub-export'
  version: string
  kind: 'dossier' | 'shared'
  made: {
    at: string
    for: { name: string; role: string; organisation: { brin: string | null; name: string } | null }
    purpose: string | null
    from: string
  }
}

/** An export as it leaves as JSON. */
export interface DossierExport extends Envelope {
  dossier: Fields
  /** Groups and parts that were closed to this reader, or empty for an institution; absent for an institution, which learns of no reason. */
  closed?: string[]
  /** Who looked, newest first; absent for who may not read it. */
  readLog?: Value[]
}

export function envelopeOf(
  kind: Envelope['kind'],
  viewer: Viewer,
  { at, purpose, from }: { at: Date; purpose: string | null; from: string },
): Envelope {
  const { organisation } = viewer
  return {
    format: 'doorstroomhub-export',
    version: EXPORT_VERSION,
    kind,
    made: {
      at: at.toISOString(),
      for: {
        name: viewer.name,
        role: viewer.role,
        organisation: organisation ? { brin: organisation.brin, name: organisation.name } : null,
      },
      purpose,
      from,
    },
  }
}

/** Whether the reader is of an mbo institution, which is told one thing of all that it does not see (domain §4, no oracle). */
export const isOfMbo = ({ role }: Pick<Viewer, 'role'>): boolean => role === 'INTAKER' || role === 'PARTNER'
