import type { IncomingMessage } from 'node:http'
import { errors } from 'oidc-provider'
import type { KoaContextWithOIDC, Provider } from 'oidc-provider'
import { personOf } from './accounts.ts'
import { PROVIDER_PATH } from './clients.ts'
import { brokenPage, pageHeaders, pickPage } from './pages.ts'

const PICK = '/interaction/'
const LONGEST_FORM = 1_000

/** Shows the page on which one picks a person, at every sign-in, and tells the provider who it became. */
export function letPeoplePick(provider: Provider): void {
  provider.use(async (context, next) => {
    if (context.path.startsWith(PICK)) return pick(provider, context as KoaContextWithOIDC)
    await next()
    // Nobody stays signed in at the demo's provider, so that the next sign-in can be as someone else.
    const { oidc } = context as Partial<KoaContextWithOIDC>
    if (oidc?.route === 'resume') await oidc.session?.destroy()
  })
}

async function pick(provider: Provider, context: KoaContextWithOIDC): Promise<void> {
  context.set(pageHeaders)
  try {
    const { uid } = await provider.interactionDetails(context.req, context.res)
    if (context.method !== 'POST') {
      context.body = pickPage(`${PROVIDER_PATH}${PICK}${uid}`)
      return
    }
    const form = await formOf(context.req)
    const person = form && personOf(form.get('person') ?? '')
    if (!person && !form?.has('back')) {
      context.status = 400
      context.body = brokenPage('Deze persoon is er niet.', 'invalid_request')
      return
    }
    const result = person
      ? { login: { accountId: person.account }, consent: {} }
      : { error: 'access_denied', error_description: 'nobody was picked' }
    context.status = 303
    context.redirect(await provider.interactionResult(context.req, context.res, result))
  } catch (cause) {
    if (!(cause instanceof errors.SessionNotFound)) throw cause
    context.status = 400
    context.body = brokenPage('Deze pagina is verlopen.', cause.error)
  }
}

/** The fields of a small form; null when it is not one. */
async function formOf(request: IncomingMessage): Promise<URLSearchParams | null> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk
    if (text.length > LONGEST_FORM) return null
  }
  return new URLSearchParams(text)
}
