import { expect, test } from 'vitest'
import { beats } from './beats.ts'

test.each([
  [1, 'hooguit eens per seconde', 'at most once a second'],
  [2, 'hooguit eens per 2 seconden', 'at most once every 2 seconds'],
  [60, 'hooguit eens per minuut', 'at most once a minute'],
  [90, 'hooguit eens per 90 seconden', 'at most once every 90 seconds'],
  [300, 'hooguit eens per 5 minuten', 'at most once every 5 minutes'],
])('%i seconds is a beat in the words that one says', (seconds, nl, en) => {
  expect([beats.nl(seconds), beats.en(seconds)]).toEqual([nl, en])
})
