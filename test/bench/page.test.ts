import { describe, expect, test } from 'vitest'
import { expectNoSidewaysScrolling, expectNoViolations } from '../browser/axe.ts'
import { chromiumHere, openBrowser } from '../browser/browser.ts'
import { machine } from './machine.ts'
import { pageOf } from './page.ts'
import type { Row } from './row.ts'
import type { Results } from './table.ts'

describe('the page of a run', () => {
  const row: Row = {
    name: 'a <row>',
    what: 'this & that',
    ratios: [
      { name: 'fast', value: 4, reach: { atLeast: 2 }, noisy: false },
      { name: 'slow', value: 4, reach: { atMost: 2 }, noisy: true },
      { name: 'unknown', value: null, reach: { atMost: 2 }, noisy: false, why: 'nobody knows' },
    ],
    figures: [
      { contestant: 'one', perSecond: 50, spread: 0.01 },
      { contestant: 'other', perSecond: 200, cpuMs: 3 },
    ],
    notes: ['a note'],
  }
  const results: Results = {
    at: '2026-11-26T10:00:00.000Z',
    quick: false,
    machine: machine(),
    database: 'PGlite',
    pinned: 'not held to cores',
    rows: [row],
    failed: [{ name: 'another', why: 'it broke' }],
  }

  test('has a bar for every figure, as long as its share of the longest, and the number beside it', () => {
    const page = pageOf(results)
    expect(page).toContain('style="width:25.0%"></span></span>50.0</td>')
    expect(page).toContain('style="width:100.0%"></span></span>200</td>')
  })

  test('says in words what was reached, what fell short, and what could not be run', () => {
    const words = pageOf(results)
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
    expect(words).toMatch(/fast 4\.00 at least 2 reached slow 4\.00 at most 2 short , noisy unknown nobody knows/)
    expect(words).toContain('another It could not be run: it broke')
    expect(words).toContain('a &lt;row&gt; this &amp; that')
  })

  test.runIf(chromiumHere)('is accessible, in the light and in the dark', async () => {
    const open = await openBrowser()
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await open.page({ colorScheme })
        await page.setContent(pageOf(results))
        await expectNoViolations(page)
        await expectNoSidewaysScrolling(page, 390)
      }
    } finally {
      await open.close()
    }
  })
})
