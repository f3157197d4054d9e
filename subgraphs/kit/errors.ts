import { GraphQLError, type GraphQLResolveInfo } from 'graphql'

/** The whole vocabulary of `extensions.code`. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'NOT_FOUND'
  | 'NOT_AVAILABLE'
  | 'INVALID'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'TOO_COSTLY'
  | 'INTERNAL'

type Sentence = { nl: string; en: string }

/** An error with a public sentence in both languages; the cause stays in the log. */
export class HubError extends GraphQLError {
  readonly code: ErrorCode
  readonly sentence: Sentence
  constructor(
    code: ErrorCode,
    sentence: Sentence,
    options: { field?: string; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    const { field, retryAfterSeconds } = options
    // An answer may hold hundreds of these, and nobody reads where an expected one was made: its stack would cost most of the answer.
    const { stackTraceLimit } = Error
    if (code !== 'INTERNAL') Error.stackTraceLimit = 0
    super(sentence.en, {
      extensions: {
        code,
        ...(field === undefined ? {} : { field }),
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      },
      ...(options.cause instanceof Error ? { originalError: options.cause } : {}),
    })
    Error.stackTraceLimit = stackTraceLimit
    this.name = 'HubError'
    this.code = code
    this.sentence = sentence
  }
}

/** No proof of who is asking, or one that is not believed. */
export const unauthenticated = (cause?: unknown): HubError =>
  new HubError('UNAUTHENTICATED', { en: 'Sign in first.', nl: 'Log eerst in.' }, { cause })

/** Does not exist, or is not the viewer's business: the same answer on purpose. */
export const notFound = (): HubError => new HubError('NOT_FOUND', { en: 'Not found.', nl: 'Niet gevonden.' })

/** A field group that is closed or empty. To the mbo the one answer for every reason (domain §4, no oracle). */
export const notAvailable = (): HubError =>
  (closed ??= new HubError('NOT_AVAILABLE', { en: 'Not available yet.', nl: 'Nog niet beschikbaar.' }))
// One for all: a list of fifty holds hundreds of these, and graphql-js gives each place an error of its own around it.
let closed: HubError | undefined

/** The same, with its place: graphql-js takes such an error as it is, and no stack trace is made of what everybody expects. */
export function notAvailableAt({ path }: Pick<GraphQLResolveInfo, 'path'>): HubError {
  const keys: (string | number)[] = []
  for (let at: GraphQLResolveInfo['path'] | undefined = path; at !== undefined; at = at.prev) keys.push(at.key)
  return Object.create(notAvailable(), { path: { value: keys.reverse(), enumerable: true } }) as HubError
}

/** Input that cannot be accepted, in words; `field` names the input field. */
export const invalid = (field: string, en: string, nl: string = en): HubError =>
  new HubError('INVALID', { en, nl }, { field })

/** The thing moved on since it was read. */
export const conflict = (): HubError =>
  new HubError('CONFLICT', {
    en: 'This has changed since you read it. Reload and try again.',
    nl: 'Dit is intussen veranderd. Laad opnieuw en probeer het nog een keer.',
  })

/** Too much in too little time; with the seconds after which it is worth trying again, where they are known. */
export const rateLimited = (retryAfterSeconds?: number): HubError =>
  new HubError(
    'RATE_LIMITED',
    retryAfterSeconds === undefined
      ? { en: 'Too many requests. Wait a moment.', nl: 'Te veel vragen. Wacht even.' }
      : {
          en: `Too many requests. Try again in ${retryAfterSeconds} s.`,
          nl: `Te veel vragen. Probeer het over ${retryAfterSeconds} s opnieuw.`,
        },
    retryAfterSeconds === undefined ? {} : { retryAfterSeconds },
  )

export const tooCostly = (en: string, nl: string = en): HubError => new HubError('TOO_COSTLY', { en, nl })

/** Something broke on our side; only the request id goes out. */
export const internal = (cause: unknown): HubError =>
  new HubError('INTERNAL', { en: 'Something went wrong on our side.', nl: 'Er ging bij ons iets mis.' }, { cause })
