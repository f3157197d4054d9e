import { Actions, Heading, Link, Text } from '../../parts/basics.tsx'
import { Page } from '../../parts/page.tsx'
import { signInPath } from '../../parts/session.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { welcome } from './texts.ts'

/** What this is, and the way in. `back` is the page that was asked for. */
export function Welcome({ back }: { back: string }) {
  const t = useTexts(welcome)
  const c = useTexts(common)
  return (
    <Page title={t.title} lead={t.lead}>
      <Actions>
        <a className="nl-button nl-button--primary" href={signInPath(back)}>
          {c.signIn}
        </a>
      </Actions>
      <ul className="cards welcome">
        {t.points.map(([title, text]) => (
          <li className="card" key={title}>
            <Heading level={2}>{title}</Heading>
            <Text>{text}</Text>
          </li>
        ))}
      </ul>
      <Heading level={2}>{t.systemsTitle}</Heading>
      <Text soft>{t.systems}</Text>
      <Text>
        <Link to="/controleer">{t.check}</Link>
      </Text>
    </Page>
  )
}

/** Who is signed in, and for whom there is nothing. */
export function NothingYet() {
  const t = useTexts(welcome)
  return (
    <Page title={t.nothingTitle}>
      <Text>{t.nothing}</Text>
    </Page>
  )
}
