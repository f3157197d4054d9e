import { execFile } from 'node:child_process'
import { verify as verifyBytes, createPublicKey, type JsonWebKey } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { get } from './asking.ts'

const VERIFY = fileURLToPath(new URL('../../examples/verify-credential/verify.ts', import.meta.url))

let here: World
let jwt: string
let keys: string
const of = (student: string, search = 'of=summary') => `/export/credential/${here.ids[student]}.jwt?${search}`

beforeAll(async () => {
  here = await world()
  // The example is a program of its own, and its clock is the machine's.
  here.clock.set(new Date())
  const got = await get(here, 'noor', of('noor'))
  expect([got.status, got.type], got.text).toEqual([200, 'application/vc+jwt'])
  jwt = got.text
  keys = (await get(here, null, '/.well-known/jwks.json')).text
})
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

/** The example, as a program of its own, with keys from a file: no network. */
async function example(credential: string, hub = here.url): Promise<{ code: number; said: string }> {
  const [file, kept] = [join(here.dataDir, 'credential.jwt'), join(here.dataDir, 'keys.json')]
  await writeFile(file, credential)
  await writeFile(kept, keys)
  return new Promise((resolve) => {
    execFile(process.execPath, [VERIFY, file, hub, kept], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    )
  })
}

describe('a student takes a signed summary along', () => {
  test('it is an Open Badge and a Verifiable Credential, of the hub, with what the student wrote', async () => {
    expect(decodeProtectedHeader(jwt)).toMatchObject({ alg: 'ES256', typ: 'vc+jwt' })
    const payload = decodeJwt(jwt)
    const { name, surname } = { name: 'Noor', surname: here.told('noor').content.identity.surname }
    expect(payload).toMatchObject({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      iss: `${here.url}/credentials`,
      issuer: { id: `${here.url}/credentials`, type: ['Profile'] },
      credentialSubject: { type: ['AchievementSubject'], identifier: [{ identityType: 'name' }] },
    })
    expect(JSON.stringify(payload['credentialSubject'])).toContain(name)
    expect(JSON.stringify(payload['credentialSubject'])).toContain(surname.split(' ').at(-1))
    expect(payload['jti']).toBe(payload['id'])
    expect(Date.parse(String(payload['validUntil'])) / 1000).toBe(payload.exp)
    expect(JSON.stringify(payload['evidence'])).toContain(here.told('noor').content.careerSummary!.aboutMe)
    // Nothing but the summary and the name.
    const { personalNumber, contact, conditions } = here.told('noor').content
    for (const closed of [personalNumber.number, contact.email!, conditions[0]!.name])
      expect(jwt + JSON.stringify(payload)).not.toContain(closed)
  })

  test('the published keys hold nothing private, and the issuer is described at its own address', async () => {
    expect(keys).not.toMatch(/"d"/)
    const issuer = await get(here, null, '/credentials')
    expect(JSON.parse(issuer.text)).toMatchObject({
      id: `${here.url}/credentials`,
      assertionMethod: [{ publicKeyJwk: JSON.parse(keys).keys[0] }],
    })
    expect(issuer.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('another verifier accepts it, and Node’s own cryptography, and the example without a network', async () => {
    const remote = createRemoteJWKSet(new URL(`${here.url}/.well-known/jwks.json`))
    const options = {
      issuer: `${here.url}/credentials`,
      typ: 'vc+jwt',
      algorithms: ['ES256'],
      currentDate: here.clock.now(),
    }
    await expect(jwtVerify(jwt, remote, options)).resolves.toBeDefined()
    const [head, body, signature] = jwt.split('.')
    const key = createPublicKey({ key: JSON.parse(keys).keys[0] as JsonWebKey, format: 'jwk' })
    const signed = Buffer.from(`${head}.${body}`)
    const bytes = Buffer.from(signature!, 'base64url')
    expect(verifyBytes('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true)
    const { code, said } = await example(jwt)
    expect(said).toContain('valid: Paspoort (kort), of Noor')
    expect(code).toBe(0)
  })

  test('one changed byte is seen, wherever it is', async () => {
    const [head, body, signature] = jwt.split('.') as [string, string, string]
    const payload = Buffer.from(body, 'base64url').toString('utf8')
    const changed = Buffer.from(payload.replace('Noor', 'Nora')).toString('base64url')
    const flipped = signature.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'))
    for (const other of [`${head}.${changed}.${signature}`, `${head}.${body}.${flipped}`]) {
      const { code, said } = await example(other)
      expect([code, said]).toEqual([1, 'not valid: it was changed after it was signed\n'])
    }
  })

  test('nor does one that somebody else signed, that says it needs no signature, or that is of another hub', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    const header = decodeProtectedHeader(jwt)
    const forged = await new SignJWT(decodeJwt(jwt)).setProtectedHeader({ ...header, alg: 'ES256' }).sign(privateKey)
    expect((await example(forged)).said).toContain('it was changed')
    const none = `${Buffer.from(JSON.stringify({ ...header, alg: 'none' })).toString('base64url')}.${jwt.split('.')[1]}.x`
    expect((await example(none)).said).toContain('signed in another way')
    expect((await example(jwt, 'https://another.example')).said).toContain('of another hub')
    expect((await example('a.b.c')).said).toContain('not a signed credential')
  })
})

describe('it is the student’s alone', () => {
  test('nobody else gets one, and it says what it is of', async () => {
    for (const who of ['sem', 'father-of-noor', 'joris', 'amira', 'marieke', 'roc-voorbeeld', 'zwolle', 'beheer'])
      expect((await get(here, who, of('noor'))).status, who).toBe(404)
    expect((await get(here, null, of('noor'))).status).toBe(401)
    for (const search of ['', 'of=everything', 'of=preparation'])
      expect((await get(here, 'noor', of('noor', search))).status, search).toBe(400)
    expect(
      (await get(here, 'noor', of('noor', `of=preparation&application=${here.applications['sem']!['01VB']}`))).status,
    ).toBe(404)
  })

  test('a frozen preparation goes along with its hash; before it is frozen there is nothing to sign', async () => {
    const application = here.applications['noor']!['01VB']!
    const search = `of=preparation&application=${application}`
    expect((await get(here, 'noor', of('noor', search))).status).toBe(400)
    const { data } = await here
      .as('noor')
      .query('query ($id: ID!) { application(id: $id) { intakePreparation { id } } }', { id: application })
    const id = data.application.intakePreparation.id as string
    const { sha256 } = await here.as('noor').act('freezeIntakePreparation', { intakePreparationId: id }, '{ sha256 }')
    const got = await get(here, 'noor', of('noor', search))
    expect(got.status, got.text).toBe(200)
    expect(JSON.stringify(decodeJwt(got.text)['evidence'])).toContain(String(sha256))
    const { SUMMARY } = here.told('noor').applications[0]!.preparation
    expect(JSON.stringify(decodeJwt(got.text)['evidence'])).toContain(SUMMARY[0]!.text.slice(0, 40))
    expect((await example(got.text)).code).toBe(0)
  })
})
