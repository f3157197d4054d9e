import type { Mounted } from '../http.ts'
import { sendJson } from '../http/send.ts'
import type { Credentials } from './credential.ts'

/** For everybody, also for a page elsewhere: who signs, and with what keys. Nothing of anybody is in it. */
const PUBLIC = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=300',
}

/** `/.well-known/jwks.json` and `/credentials`: the keys and the name by which a signed summary is verified. */
export function publishedKeys(credentials: Credentials, url: string): Mounted {
  const { issuer, jwks } = credentials
  const answers: Readonly<Record<string, unknown>> = {
    '/.well-known/jwks.json': jwks,
    '/credentials': {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: issuer,
      type: ['Profile'],
      name: 'Doorstroomhub',
      url,
      assertionMethod: jwks.keys.map((key) => ({
        id: `${issuer}#${key.kid}`,
        type: 'JsonWebKey',
        controller: issuer,
        publicKeyJwk: key,
      })),
    },
  }
  return {
    owns: (asked = '') => asked.split('?', 1)[0]! in answers,
    handler(request, response) {
      const allowed = request.method === 'GET' || request.method === 'HEAD'
      if (!allowed) return sendJson(response, 405, { errors: [{ message: 'Ask with GET.' }] }, { allow: 'GET, HEAD' })
      sendJson(response, 200, answers[request.url!.split('?', 1)[0]!], PUBLIC)
    },
  }
}
