import type { DossierStatus } from '../../graphql/schema.ts'
import { DOSSIER_STATUSES } from '../../texts/orders.ts'

export const COLUMNS = ['naam', 'stand', 'aangemeld', 'deelt'] as const
export type Column = (typeof COLUMNS)[number]

/** What the address of the list says: what is looked for, in which order. */
export interface ListSearch {
  zoek?: string
  stand?: DossierStatus
  wacht?: true
  op?: Column
  om?: true
}

const text = (value: unknown): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && value !== '' ? String(value).slice(0, 200) : undefined

/** Takes what it knows from an address that anybody may have typed. */
export function readSearch(given: Record<string, unknown>): ListSearch {
  const zoek = text(given['zoek'])?.slice(0, 100)
  const stand = DOSSIER_STATUSES.find((each) => each === given['stand'])
  const op = COLUMNS.find((each) => each === given['op'])
  return {
    ...(zoek === undefined ? {} : { zoek }),
    ...(stand === undefined ? {} : { stand }),
    ...(given['wacht'] === true ? { wacht: true } : {}),
    ...(op === undefined ? {} : { op }),
    ...(given['om'] === true ? { om: true } : {}),
  }
}
