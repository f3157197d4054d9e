import { words } from '../../texts/words.ts'
import { Heading, Text } from '../basics.tsx'
import { useDates } from '../dates.ts'
import { useOwner } from '../owner.ts'
import { useTexts } from '../texts.tsx'
import { dossierTexts } from './dossier.texts.ts'
import { Prose } from './pieces.tsx'
import type { Dossier } from './types.ts'

/** The talk between student and school about a part; others get none to show. */
export function Comments({
  comments,
  titles,
  level,
}: {
  comments: NonNullable<Dossier['careerFile']>['comments']
  /** What each item is called. */
  titles: ReadonlyMap<string, string>
  level: 3 | 4
}) {
  const t = useTexts(dossierTexts)
  const w = useTexts(words)
  const { moment } = useDates()
  const owner = useOwner()
  if (comments.length === 0) return null
  return (
    <>
      <Heading level={level}>{t.comments}</Heading>
      <Text soft>{t.commentsInside(owner)}</Text>
      <ul className="plain">
        {comments.map(({ id, at, author, itemId, text }) => {
          const title = itemId === null ? undefined : titles.get(itemId)
          return (
            <li key={id}>
              <span className="soft">
                {author.name} ({author.role === 'STUDENT' ? owner.word : w.role[author.role]}), {moment(at)}
                {title !== undefined && `, ${t.commentOn(title)}`}
              </span>
              <Prose>{text}</Prose>
            </li>
          )
        })}
      </ul>
    </>
  )
}
