import { Link, Text } from '../../parts/basics.tsx'
import { TypedHere } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'

/** No such page, or not for this person: the same words. */
export function NotFound() {
  const t = useTexts(common)
  return (
    <Page title={t.notFoundTitle}>
      <Text>{t.failure['NOT_FOUND']}</Text>
      <TypedHere />
      <Link to="/">{t.home}</Link>
    </Page>
  )
}
