// Verifies a summary that a student took along from a hub, without any library and without the hub's code:
//
//   node verify.ts credential.jwt https://hub.example            fetches the hub's public keys
//   node verify.ts credential.jwt https://hub.example keys.json  with keys that were fetched before: works without a network
//
// Prints what is in it and ends with 0 when it is whole, from that hub and not expired; otherwise says why not and ends with 1.
import { readFile } from 'node:fs/promises'

interface Keys {
  keys: (Record<string, string> & { kid: string })[]
}

interface Payload {
  iss: string
  nbf: number
  exp: number
  name: string
  credentialSubject: { identifier: { identityHash: string }[] }
  evidence: { name: string; narrative: string }[]
}

class NotValid extends Error {}

/** What the credential says; throws NotValid with the reason. */
export async function verify(jwt: string, hub: string, { keys }: Keys, now = new Date()): Promise<Payload> {
  const [head = '', body = '', signature = '', ...more] = jwt.trim().split('.')
  if (signature === '' || more.length > 0) throw new NotValid('this is not a signed credential')
  let header: { alg?: string; typ?: string; kid?: string }
  let payload: Payload
  try {
    header = JSON.parse(Buffer.from(head, 'base64url').toString('utf8')) as typeof header
    payload = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Payload
  } catch {
    throw new NotValid('this is not a signed credential')
  }
  // The way of signing is ours to say, never the credential's: one that says "none" would verify itself.
  if (header.alg !== 'ES256' || header.typ !== 'vc+jwt') throw new NotValid('it was signed in another way')
  if (payload.iss !== `${hub.replace(/\/$/, '')}/credentials`) throw new NotValid('it is of another hub')
  const jwk = keys.find(({ kid }) => kid === header.kid)
  if (!jwk) throw new NotValid('the hub does not publish the key that it was signed with')
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey(
    'jwk',
    { kty: 'EC', crv: 'P-256', x: jwk['x'], y: jwk['y'] },
    curve,
    false,
    ['verify'],
  )
  const isWhole = await crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    key,
    Buffer.from(signature, 'base64url'),
    Buffer.from(`${head}.${body}`),
  )
  if (!isWhole) throw new NotValid('it was changed after it was signed')
  const seconds = now.getTime() / 1000
  // Two clocks differ a little.
  if (seconds < payload.nbf - 60) throw new NotValid('it is not valid yet')
  if (seconds >= payload.exp) throw new NotValid('it has expired')
  return payload
}

async function main([file, hub, keysFile]: string[]): Promise<void> {
  if (!file || !hub) throw new NotValid('say which: node verify.ts <file> <address of the hub> [file with its keys]')
  const keys = keysFile
    ? (JSON.parse(await readFile(keysFile, 'utf8')) as Keys)
    : ((await (await fetch(new URL('/.well-known/jwks.json', hub))).json()) as Keys)
  const { name, credentialSubject, evidence } = await verify(await readFile(file, 'utf8'), hub, keys)
  process.stdout.write(`valid: ${name}, of ${credentialSubject.identifier[0]?.identityHash}\n`)
  for (const each of evidence) process.stdout.write(`  ${each.name}: ${each.narrative}\n`)
}

if (import.meta.main)
  await main(process.argv.slice(2)).catch((cause: unknown) => {
    process.stderr.write(`not valid: ${cause instanceof NotValid ? cause.message : String(cause)}\n`)
    process.exitCode = 1
  })
