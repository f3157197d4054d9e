import { pdfOf } from '@doorstroomhub/gateway/exports/pdf.ts'
import { expect, test } from 'vitest'
import { NOW } from '../world.ts'
import { readPdf } from './pdf.ts'

test('a title that goes on on the next page keeps its letters there', async () => {
  const blocks = [{ kind: 'heading' as const, text: 'Een heel lange titel. '.repeat(400) }]
  const { letters } = await readPdf(await pdfOf({ title: 'Lang', head: [], watermark: 'Voor niemand', blocks }, NOW))
  expect(letters.length).toBeGreaterThan(2)
  const firsts = letters.map(([first]) => first)
  expect(firsts).toEqual(firsts.map(() => firsts[0]))
})
