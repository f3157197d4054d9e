// The student system of an mbo institution, as small as it can be:
//
//   node main.ts follow             asks for what changed, keeps what is open of each applicant, and goes on doing so
//   node main.ts follow --once      the same, until there is nothing new
//   node main.ts report <application> <status>
//
// Settings: HUB, ISSUER (when not at $HUB/oidc), CLIENT_ID, CLIENT_SECRET or CLIENT_SECRET_FILE, PURPOSE, STATE,
// EVERY_SECONDS, REFRESH_MINUTES.
import { readFile } from 'node:fs/promises'
import { connect, Refused, type Hub } from './hub.ts'
import { load, save, type Applicant, type Change, type State } from './store.ts'

const {
  HUB = 'http://localhost:4000',
  PURPOSE = 'INTAKE_TALK',
  STATE = 'state',
  EVERY_SECONDS = '5',
  REFRESH_MINUTES = '60',
} = process.env

const CHANGES = `query ($after: String) { changes(first: 100, after: $after) {
  edges { cursor node { kind at dossier { id } application { id } } } pageInfo { hasNextPage } } }`

// What this institution needs for a first talk, and no more: each group is a reading that the student sees in the log.
const APPLICANT = `query ($id: ID!) { dossier(id: $id) { id
  applications { id status programme { crebo name } }
  identity { callName surnamePrefix surname birthDate }
  accommodations { needs { area accommodations } howToDiscuss }
  careerSummary { aboutMe strengths questionForIntaker } } }`

const REPORT = `mutation ($input: ReportApplicationStatusInput!) { reportApplicationStatus(input: $input) { id status } }`

interface Changes {
  changes: {
    edges: {
      cursor: string
      node: { kind: string; at: string; dossier: { id: string } | null; application: { id: string } | null }
    }[]
    pageInfo: { hasNextPage: boolean }
  }
}

/** Handles one page of the feed; true when there may be more. */
async function step(hub: Hub, state: State): Promise<boolean> {
  const { changes } = await hub.ask<Changes>(CHANGES, { after: state.cursor })
  const fresh: Change[] = changes.edges.map(({ cursor, node: { kind, at, dossier, application } }) => ({
    cursor,
    kind,
    at,
    dossier: dossier?.id ?? null,
    application: application?.id ?? null,
  }))
  if (fresh.length === 0) return false
  // Several changes of one dossier are one question: what counts is how it is now.
  for (const id of new Set(fresh.flatMap(({ dossier }) => (dossier === null ? [] : [dossier])))) {
    const applicant = await now(hub, id)
    // What is closed by now goes from here too: a copy that stays would outlive the student's decision.
    if (applicant) state.applicants[id] = applicant
    else delete state.applicants[id]
  }
  state.handled.push(...fresh)
  state.cursor = fresh.at(-1)!.cursor
  await save(STATE, state)
  for (const { kind, dossier } of fresh) process.stdout.write(`${kind} ${dossier}\n`)
  return changes.pageInfo.hasNextPage
}

/** What is open of this dossier at this moment; null when it is gone or no longer this institution's business. */
async function now(hub: Hub, id: string): Promise<Applicant | null> {
  try {
    return (await hub.ask<{ dossier: Applicant | null }>(APPLICANT, { id }, PURPOSE)).dossier
  } catch (cause) {
    if (cause instanceof Refused && cause.code === 'NOT_FOUND') return null
    throw cause
  }
}

/**
 * Asks anew for everybody of whom something is kept. The feed does not tell that a student stopped sharing: to an institution that
 * is silence, as when nothing ever began. So whoever keeps a copy looks at times whether it may still have it.
 */
async function refresh(hub: Hub, state: State): Promise<void> {
  for (const id of Object.keys(state.applicants)) {
    const applicant = await now(hub, id)
    if (applicant) state.applicants[id] = applicant
    else delete state.applicants[id]
  }
  await save(STATE, state)
}

async function follow(hub: Hub, once: boolean): Promise<void> {
  const state = await load(STATE)
  let refreshed = -Infinity
  for (;;) {
    while (await step(hub, state));
    if (performance.now() - refreshed > Number(REFRESH_MINUTES) * 60_000) {
      await refresh(hub, state)
      refreshed = performance.now()
    }
    process.stdout.write('up to date\n')
    if (once) return
    await new Promise((resolve) => setTimeout(resolve, Number(EVERY_SECONDS) * 1000))
  }
}

async function main([command, ...given]: string[]): Promise<void> {
  const { CLIENT_ID = '', CLIENT_SECRET_FILE, ISSUER = `${HUB}/oidc` } = process.env
  const clientSecret = CLIENT_SECRET_FILE
    ? (await readFile(CLIENT_SECRET_FILE, 'utf8')).trim()
    : (process.env['CLIENT_SECRET'] ?? '')
  const account = { hub: HUB, issuer: ISSUER, clientId: CLIENT_ID, clientSecret }
  if (command === 'follow')
    return follow(connect({ ...account, scopes: 'dossier:read feed:read' }), given.includes('--once'))
  if (command === 'report' && given.length === 2) {
    const [applicationId, status] = given
    const answer = await connect({ ...account, scopes: 'status:write' }).ask<{
      reportApplicationStatus: { id: string; status: string }
    }>(REPORT, { input: { applicationId, status } })
    return void process.stdout.write(`${answer.reportApplicationStatus.status}\n`)
  }
  throw new Error('Say what to do: follow, follow --once, or report <application> <status>.')
}

await main(process.argv.slice(2)).catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Refused ? `${cause.code}: ${cause.message}` : String(cause)}\n`)
  process.exitCode = 1
})
