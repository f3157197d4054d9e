/** The forms in which an answer can be given. */
export type Form = 'application/graphql-response+json' | 'application/json' | 'text/event-stream'

const FORMS: readonly Form[] = ['application/graphql-response+json', 'application/json', 'text/event-stream']

/**
 * The form that a caller likes best, undefined when it takes none of ours. A caller that says nothing, or takes anything, gets
 * application/json, as GraphQL over HTTP asks for the time being.
 */
export function formOf(accept: string | undefined): Form | undefined {
  if (accept === undefined || accept.trim() === '') return 'application/json'
  let best: { form: Form; quality: number } | undefined
  for (const range of accept.slice(0, 1000).split(',')) {
    const [type = '', ...parameters] = range
      .trim()
      .toLowerCase()
      .split(';')
      .map((part) => part.trim())
    const charset = parameters
      .find((each) => each.startsWith('charset='))
      ?.slice('charset='.length)
      .replaceAll('"', '')
    if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') continue
    const quality = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? 1)
    const form = type === '*/*' || type === 'application/*' ? 'application/json' : FORMS.find((each) => each === type)
    if (form !== undefined && quality > (best?.quality ?? 0)) best = { form, quality }
  }
  return best?.form
}

/** Whether a browser asks for a page here. */
export const wantsPage = (accept: string | undefined): boolean => /^text\/html\b/.test(accept?.trim() ?? '')
