// @ts-nocheck -- runs in a browser, with the globals of the three scripts before it
/* global React, ReactDOM, GraphiQL */
'use strict'

const START = `# What an intaker sees: exactly what each student shares, for the purpose in the headers below.
# A demo token: npm run --silent token -- marieke
{
  dossiers(first: 10) {
    edges {
      node {
        id
        status
        identity { surname }
        accommodations { needs { area } }
        careerSummary { aboutMe }
        applications { status }
      }
    }
  }
}
`

const HEADERS = JSON.stringify({ authorization: 'Bearer ', 'x-purpose': 'INTAKE_TALK' }, null, 2)

/** Reads server-sent events of the graphql-sse protocol. */
async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    text += value
    const blocks = text.split('\n\n')
    text = blocks.pop()
    for (const block of blocks) {
      if (block.startsWith('event: complete')) return
      const data = /^data: (.*)$/m.exec(block)
      if (data) yield JSON.parse(data[1])
    }
  }
}

async function fetcher(question, options) {
  const isSubscription = options?.documentAST?.definitions.some(
    (each) =>
      each.operation === 'subscription' && (!question.operationName || each.name?.value === question.operationName),
  )
  const headers = { ...options?.headers }
  // An empty token in the example is no token.
  for (const [name, value] of Object.entries(headers)) if (/^\s*(Bearer\s*)?$/i.test(value)) delete headers[name]
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: isSubscription ? 'text/event-stream' : 'application/graphql-response+json',
      ...headers,
    },
    body: JSON.stringify(question),
  })
  const streams = response.headers.get('content-type')?.startsWith('text/event-stream')
  return streams ? events(response) : response.json()
}

ReactDOM.createRoot(document.getElementById('page')).render(
  React.createElement(GraphiQL, { fetcher, defaultQuery: START, defaultHeaders: HEADERS, shouldPersistHeaders: false }),
)
