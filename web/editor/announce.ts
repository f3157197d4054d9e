import { useCallback, useEffect, useRef, useState } from 'react'
import { useOwner } from '../parts/owner.ts'
import { useTexts } from '../parts/texts.tsx'
import { sectionWords } from '../texts/section-words.ts'
import { sharingWords } from '../texts/sharing-words.ts'
import type { SectionKey } from '../graphql/schema.ts'
import { editor } from './editor.texts.ts'
import type { Person } from './people.ts'

const EVERY_MS = 2_500
const TYPING_AGAIN_MS = 30_000

/** Says things politely: together, and not more often than one can listen to. */
export function useAnnouncements(): [said: string, say: (words: string) => void] {
  const [said, setSaid] = useState('')
  const waiting = useRef<string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const say = useCallback((words: string) => {
    if (!waiting.current.includes(words)) waiting.current.push(words)
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      setSaid(waiting.current.splice(0).join(' '))
    }, EVERY_MS)
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])
  return [said, say]
}

/** Per section who is there; a section without a connection knows nothing and is left out. */
export type PeopleBySection = Partial<Record<SectionKey, readonly Person[]>>

/** Everybody who is in one of the sections, each once. */
export function everybody(people: PeopleBySection): (Person & { typesIn: SectionKey[] })[] {
  const all = new Map<string, Person & { typesIn: SectionKey[] }>()
  for (const [section, here] of Object.entries(people) as [SectionKey, readonly Person[]][])
    for (const person of here) {
      const key = `${person.name} ${person.role}`
      const known = all.get(key) ?? { ...person, typesIn: [] }
      if (person.isTyping) known.typesIn.push(section)
      all.set(key, { ...known, isSelf: known.isSelf || person.isSelf })
    }
  return [...all.values()].sort((one, other) => Number(other.isSelf) - Number(one.isSelf))
}

/** Says who joins, who leaves and who types. Who is back within the wait was never away. */
export function usePeopleAnnounced(people: PeopleBySection, say: (words: string) => void): void {
  const t = useTexts(editor)
  const w = useTexts(sharingWords)
  const sections = useTexts(sectionWords)
  const owner = useOwner()
  const known = useRef<Map<string, string> | null>(null)
  const typed = useRef(new Map<string, number>())
  useEffect(() => {
    const now = everybody(people)
    // Nobody at all, not even oneself: there is no connection, and nobody left.
    if (now.length === 0) return
    const full = ({ name, role }: Person) =>
      role === null ? name : `${name} (${role === 'STUDENT' ? owner.word : w.role[role]})`
    for (const person of now)
      for (const section of person.typesIn) {
        const key = `${full(person)} ${section}`
        if (Date.now() - (typed.current.get(key) ?? 0) < TYPING_AGAIN_MS) continue
        typed.current.set(key, Date.now())
        say(t.types(full(person), sections[section]))
      }
    const timer = setTimeout(() => {
      const others = new Map(now.filter(({ isSelf }) => !isSelf).map((person) => [full(person), full(person)]))
      const before = known.current ?? new Map<string, string>()
      for (const name of others.keys()) if (!before.has(name)) say(t.joins(name))
      for (const name of before.keys()) if (!others.has(name)) say(t.leaves(name))
      known.current = others
    }, EVERY_MS)
    return () => clearTimeout(timer)
  }, [people, say, sections, t, w, owner])
}
