import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { chromiumHere, signIn, signOut } from './browser.ts'
import { onStage } from './stage.ts'

/** Another site. On `localhost` it shares the hub's cookies, which know no ports; on `127.0.0.1` it is a stranger altogether. */
async function elsewhere(hub: string): Promise<{ port: number; server: Server }> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(
      request.url === '/form'
        ? `<form method="post" action="${hub}/sign-out"></form><script>document.forms[0].submit()</script>`
        : request.url === '/question'
          ? `<form method="post" enctype="text/plain" action="${hub}/graphql">
               <input name='{"query":"mutation { pauseSharing(input: { dossierId: \\"x\\" }) { paused } }","x":"' value='"}'></form>
             <script>document.forms[0].submit()</script>`
          : '<title>elsewhere</title>',
    )
  })
  server.listen(0)
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, server }
}

/** What the graph says to a page of the hub. */
const ask = (page: Page) =>
  page.evaluate(async () => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { name role } }' }),
    })
    return (await response.json()) as unknown
  })

describe.skipIf(chromiumHere === undefined)('in a real browser', () => {
  const stage = onStage()

  test.for([
    ['noor', 'Noor de Vries', 'STUDENT'],
    ['joris', 'Joris Hoekstra', 'MENTOR'],
    ['marieke', 'Marieke Postma', 'INTAKER'],
  ] as const)('%s signs in, is known, and signs out', async ([account, name, role]) => {
    const page = await stage.open.page()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text())
    })
    await signIn(page, account, { url: stage.here.url })
    expect(await ask(page)).toEqual({ data: { viewer: { name, role } } })
    const [cookie, ...others] = (await page.context().cookies()).filter((one) => one.name.startsWith('hub_'))
    expect([cookie, others]).toMatchObject([{ httpOnly: true, sameSite: 'Lax', path: '/', expires: -1 }, []])
    await signOut(page, { url: stage.here.url })
    expect(await ask(page)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    // The cookie put back, as a thief would.
    await page.context().addCookies([cookie!])
    expect(await ask(page)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('another site cannot sign anybody out, ask anything or open a socket with their cookie', async () => {
    const page = await stage.open.page()
    await signIn(page, 'noor', { url: stage.here.url })
    const { port, server } = await elsewhere(stage.here.url)
    for (const host of ['localhost', '127.0.0.1']) {
      const refused = page.waitForResponse(`${stage.here.url}/sign-out`)
      await page.goto(`http://${host}:${port}/form`)
      expect([host, (await refused).status()]).toEqual([host, 403])
      const asks = page.waitForResponse(`${stage.here.url}/graphql`)
      await page.goto(`http://${host}:${port}/question`)
      const sent = await asks
      expect(sent.request().postData()).toMatch(/^\{"query":"mutation [^]*=?"\}/)
      expect([host, sent.status(), await sent.text()]).toEqual([host, 415, expect.stringContaining('INVALID')])

      await page.goto(`http://${host}:${port}/`)
      const asked = await page.evaluate(async (hub) => {
        const query = JSON.stringify({ query: '{ viewer { name } }' })
        const tried = await fetch(`${hub}/graphql`, {
          method: 'POST',
          credentials: 'include',
          headers: { 'content-type': 'application/json' },
          body: query,
        }).then(
          (response) => response.text(),
          () => 'not answered',
        )
        const simple = await fetch(`${hub}/graphql`, {
          method: 'POST',
          credentials: 'include',
          headers: { 'content-type': 'text/plain' },
          body: query,
        }).then(
          (response) => response.text(),
          () => 'not answered',
        )
        const overSocket = await new Promise<string>((resolve) => {
          const socket = new WebSocket(`${hub.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
          socket.onerror = () => resolve('not answered')
          socket.onopen = () => socket.send('{"type":"connection_init"}')
          socket.onmessage = ({ data }) => {
            if (String(data).includes('connection_ack'))
              socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: JSON.parse(query) as object }))
            else resolve(String(data))
          }
        })
        return { tried, simple, overSocket }
      }, stage.here.url)
      expect(asked).toEqual({
        tried: 'not answered',
        simple: 'not answered',
        overSocket: expect.stringContaining('UNAUTHENTICATED'),
      })
    }
    await page.goto(`${stage.here.url}/`)
    expect(await ask(page)).toMatchObject({ data: { viewer: { name: 'Noor de Vries' } } })
    server.closeAllConnections()
    server.close()
    await page.context().close()
  })
})
