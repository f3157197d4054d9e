import type { Client } from 'urql'
import { WhoAmI } from '../graphql/viewer.graphql.ts'
import { openClient, type Asker } from './client.ts'
import { firstLanguage } from './texts.tsx'

/** What a page begins with: everybody states a purpose; it means something for the mbo only, and the viewer is not known yet. */
export const FIRST = { language: firstLanguage(), purpose: 'INTAKE_TALK' } as const satisfies Asker

/**
 * The first way to the graph, on which it is asked who is signed in before the rest of the page is put together: on a slow phone the
 * answer is then there when the page can show it. Whoever asks the same while it is on its way gets this answer.
 */
export const firstClient: Client = openClient(FIRST)
firstClient.query(WhoAmI, {}, { requestPolicy: 'network-only' }).subscribe(() => undefined)
