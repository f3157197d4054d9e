import { useEffect } from 'react'
import { Actions, Text } from '../../parts/basics.tsx'
import { NoAnswer } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { signInPath, useSession } from '../../parts/session.tsx'
import { texts, useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'

const signedIn = texts(
  { title: 'Inloggen is gelukt', text: 'Dit tabblad kan dicht.', not: 'Je bent niet ingelogd.' },
  { title: 'Signed in', text: 'This tab can be closed.', not: 'You are not signed in.' },
)

/** Where one comes back to after signing in again beside an open page: that page hears of it, and this tab may go. */
export function SignedIn() {
  const t = useTexts(signedIn)
  const c = useTexts(common)
  const { viewer, failure, again } = useSession()
  useEffect(() => {
    if (viewer) close()
  }, [viewer])
  if (viewer === undefined) return <NoAnswer failure={failure} slow={false} again={again} />
  if (viewer !== null)
    return (
      <Page title={t.title}>
        <Text>{t.text}</Text>
      </Page>
    )
  return (
    <Page title={c.signIn}>
      <Text>{t.not}</Text>
      <Actions>
        <a className="nl-button nl-button--primary" href={signInPath('/ingelogd')}>
          {c.signIn}
        </a>
      </Actions>
    </Page>
  )
}
