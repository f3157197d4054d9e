import { diffWordsWithSpace } from 'diff'
import { useMemo } from 'react'
import { Text } from '../parts/basics.tsx'
import { useTexts } from '../parts/texts.tsx'
import { editor } from './editor.texts.ts'

/** What was added and removed between two texts: marked by element, by sign and by word, never by colour alone. */
export function Changes({ before, after }: { before: string; after: string }) {
  const t = useTexts(editor)
  const changes = useMemo(() => diffWordsWithSpace(before, after), [before, after])
  if (changes.every(({ added, removed }) => !added && !removed)) return <Text soft>{t.same}</Text>
  return (
    <div className="changes">
      {changes.map(({ added, removed, value }, index) => {
        if (!added && !removed) return <span key={index}>{value}</span>
        const As = added ? 'ins' : 'del'
        return (
          <As key={index}>
            <span className="hidden">[{added ? t.added : t.removed}: </span>
            {value}
            <span className="hidden"> {t.end}]</span>
          </As>
        )
      })}
    </div>
  )
}
