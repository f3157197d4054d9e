import { expect, test } from 'vitest'
import { movedSince, type Ended, type Mark } from './restored.ts'

const list = (...dossiers: Mark[]): Ended => ({
  at: '2026-11-24T10:00:00.000Z',
  erased: [],
  stopped: [],
  agreements: [],
  sessions: [],
  dossiers,
})
const mark = (id: string, rights: number, touched: number): Mark => ({ id, rights, touched })

test('a dossier moved when its rights or anything else did after the state that is put back', () => {
  const then = [mark('same', 4, 100), mark('rights', 4, 100), mark('touched', 4, 100), mark('older list', 4, 100)]
  const since = list(mark('same', 4, 100), mark('rights', 5, 100), mark('touched', 4, 101), mark('older list', 3, 99))
  expect(movedSince([since], then)).toEqual([
    { id: 'rights', rights: 5 },
    { id: 'touched', rights: 4 },
  ])
})

test('of several lists each may know of something, and the highest count of rights is the one to go beyond', () => {
  const then = [mark('one', 4, 100), mark('two', 4, 100)]
  const lists = [list(mark('one', 6, 200), mark('two', 4, 100)), list(mark('one', 5, 300), mark('two', 9, 100))]
  expect(movedSince(lists, then)).toEqual([
    { id: 'one', rights: 6 },
    { id: 'two', rights: 9 },
  ])
})

test('what was opened after the backup, or was never on a list, did not move', () => {
  expect(movedSince([list(mark('new', 9, 900))], [mark('unlisted', 1, 1)])).toEqual([])
  expect(movedSince([], [mark('unlisted', 1, 1)])).toEqual([])
})
