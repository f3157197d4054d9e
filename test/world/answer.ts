/** An error as it left: where, and why. */
export interface AnswerError {
  code: string
  field: string | undefined
  path: string
  message: string
}

/** What came back over HTTP. */
export interface Answer {
  status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it asked for
  data: any
  errors: AnswerError[]
  /** The bytes, for who compares them. */
  text: string
}

interface Body {
  data?: unknown
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string; field?: string } }[]
}

/** Posts one operation and reads the answer. */
export async function post(url: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    // A connection of its own: hub and test share a process here, and a long piece of work outlives an idle connection on both sides.
    headers: { 'content-type': 'application/json', connection: 'close', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  const { data = null, errors = [] } = JSON.parse(text) as Body
  return {
    status: response.status,
    data,
    errors: errors.map(({ message, path, extensions }) => ({
      code: extensions?.code ?? '',
      field: extensions?.field,
      path: (path ?? []).join('.'),
      message,
    })),
    text,
  }
}

/** The code of the error at this path or above it; undefined when nothing stands in its way. */
export function codeAt({ errors }: Answer, path: string): string | undefined {
  return errors.find((error) => path === error.path || path.startsWith(`${error.path}.`) || error.path === '')?.code
}
