import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { isPublic, PrivateAddress, publicLookup, webhookAddress } from './address.ts'
import { post } from './post.ts'
import { A_DAY_MS, waitAfter } from './schedule.ts'
import { failureIn, pauseIn } from './words.ts'

describe('the address of a webhook', () => {
  test.each(['https://partner.example/changes', 'https://partner.example:8443/a?b=c', 'https://93.184.216.34/'])(
    '%s may be told of changes',
    (address) => expect(webhookAddress(address, false).href).toBe(address),
  )
  test.each([
    '',
    'partner.example',
    'ftp://partner.example/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://partner.example/',
    'https://name:password@partner.example/',
    'https://partner.example/#here',
    'https://localhost/',
    'https://LOCALHOST:4000/graphql',
    'https://hub.localhost/',
    'https://printer.local/',
    'https://consent/',
    'https://consent.internal/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://0/',
    'https://10.0.0.8/',
    'https://172.16.3.4/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://224.0.0.1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    `https://partner.example/${'a'.repeat(1000)}`,
    'https://partner.example/a b',
    'https://partner.example\\@localhost/',
  ])('%s may not', (address) => {
    expect(() => webhookAddress(address, false)).toThrow(expect.objectContaining({ code: 'INVALID' }))
  })
  test('in demo mode this machine may be told too, and nothing else more than otherwise', () => {
    for (const address of [
      'http://localhost:9000/a',
      'http://127.0.0.1:9000/',
      'http://[::1]:9000/',
      'https://a.example/',
    ])
      expect(webhookAddress(address, true).href).toBe(address)
    for (const address of ['http://a.example/', 'http://10.0.0.1/', 'https://10.0.0.1/', 'https://169.254.169.254/'])
      expect(() => webhookAddress(address, true)).toThrow(/https|public internet/)
  })
  test('what is no address is not public', () => {
    for (const text of ['', 'localhost', 'x.2.3.4', '::g']) expect(isPublic(text)).toBe(false)
  })
  test('a name that resolves to a private address is not called', async () => {
    const error = await new Promise((resolve) => publicLookup('localhost', {}, (cause) => resolve(cause)))
    expect(error).toBeInstanceOf(PrivateAddress)
  })
})

describe('a delivery', () => {
  const once = async (
    answer: Parameters<typeof createServer>[1],
    work: (url: string) => Promise<unknown>,
  ): Promise<unknown> => {
    const server = createServer(answer)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  }
  test('does not reach this machine outside the demo, whatever was registered before', async () => {
    let asked = 0
    const outcome = await once(
      (_request, response) => {
        asked += 1
        response.end()
      },
      (url) => post(url, '{}', {}, { isDemo: false }),
    )
    expect([outcome, asked]).toEqual(['PRIVATE_ADDRESS', 0])
  })
  test('waits no longer than its patience, also for a receiver that trickles', async () => {
    const outcome = await once(
      (_request, response) => response.writeProcessing(),
      (url) => post(url, '{}', {}, { isDemo: true, patienceMs: 100 }),
    )
    expect(outcome).toBe('TIMEOUT')
  })
  test('to nobody is unreachable', async () => {
    const gone = await once(
      () => undefined,
      (url) => Promise.resolve(url),
    )
    expect(await post(String(gone), '{}', {}, { isDemo: true })).toBe('UNREACHABLE')
  })
})

describe('the schedule', () => {
  test('waits longer each time, up to four hours, and gives up after a day of about a dozen attempts', () => {
    const waits = Array.from({ length: 20 }, (_unused, at) => waitAfter(at + 1, () => 0.5))
    expect(waits.slice(0, 7)).toEqual([5_000, 20_000, 80_000, 320_000, 1_280_000, 5_120_000, 14_400_000])
    let spent = 0
    const tries = waits.findIndex((wait) => (spent += wait) >= A_DAY_MS)
    expect(tries).toBeGreaterThan(8)
    expect(tries).toBeLessThan(15)
  })
  test('is spread by a fifth, so that receivers that fell together are not called together', () => {
    expect([waitAfter(1, () => 0), waitAfter(1, () => 1)]).toEqual([4_000, 6_000])
  })
})

test('every failure and every pause has words in both languages', () => {
  for (const failure of ['TIMEOUT', 'UNREACHABLE', 'CERTIFICATE', 'PRIVATE_ADDRESS', 'HTTP 302', 'HTTP 500'])
    expect(failureIn('nl', failure)).not.toBe(failureIn('en', failure))
  for (const reason of ['GONE', 'A_DAY', 'RESTORED'] as const)
    expect(pauseIn('nl', reason)).not.toBe(pauseIn('en', reason))
  expect([failureIn('en', null), pauseIn('en', null)]).toEqual([null, null])
})
