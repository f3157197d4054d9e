import { accountOf, accounts } from './accounts.ts'
import { DEMO_PERSON_GRANT, PROVIDER_PATH, TOKEN_CLIENT } from './clients.ts'

/** What goes to the terminal instead of a token: a sentence that says what to do. */
class NoToken extends Error {}

/** Asks the hub on this port, or the provider at this address, for the bearer token of a demo person or partner system. Throws a sentence for a person when there is none. */
export async function tokenOf(name: string, at: number | string): Promise<string> {
  const names = `The names are: ${accounts.map((one) => one.account).join(' ')}`
  if (name === '') throw new NoToken(`Say whose token you want: npm run --silent token -- <name>\n${names}`)
  if (!accountOf(name)) throw new NoToken(`The demo has nobody named "${name}".\n${names}`)

  const issuer = typeof at === 'string' ? at : `http://localhost:${at}${PROVIDER_PATH}`
  const hub = new URL(issuer).origin
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: DEMO_PERSON_GRANT, client_id: TOKEN_CLIENT, person: name }),
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  }).catch((cause: unknown) => {
    throw new NoToken(
      `No hub answers at ${hub}. Start it with: npm start\n(On another port: PORT=4001 npm start, and PORT=4001 here too.)`,
      { cause },
    )
  })
  const answer = (await response.json().catch(() => null)) as Record<string, unknown> | null
  if (typeof answer?.['access_token'] === 'string') return answer['access_token']
  if (typeof answer?.['error'] === 'string') {
    throw new NoToken(`The hub at ${hub} gave no token: ${String(answer['error_description'] ?? answer['error'])}.`)
  }
  throw new NoToken(
    `What answers at ${hub} has no demo people: it is a hub outside demo mode (then its own sign-in provider gives the tokens), or another program.`,
  )
}

/** `npm run --silent token -- <name>`: prints the token and nothing else. OIDC_ISSUER names a demo provider that stands alone. */
async function main(): Promise<void> {
  const { PORT = '4000', OIDC_ISSUER } = process.env
  const port = Number(PORT)
  try {
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new NoToken('PORT must be a number from 1 to 65535.')
    process.stdout.write(`${await tokenOf(process.argv[2] ?? '', OIDC_ISSUER || port)}\n`)
  } catch (cause) {
    process.stderr.write(`${cause instanceof NoToken ? cause.message : String(cause)}\n`)
    process.exitCode = 1
  }
}

if (import.meta.main) await main()
