import { SkipLink } from '@nl-design-system-candidate/skip-link-react'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useNavigation } from '../pages/navigation.ts'
import { common } from '../texts/common.ts'
import { Actions, Button, Link, Text } from './basics.tsx'
import { Dialog } from './form.tsx'
import { useLive } from './live.tsx'
import { signInPath, signOut, useSession } from './session.tsx'
import { useLanguage, useTexts } from './texts.tsx'

/** What is around every page: the way to the content, the menu of the person who is signed in, the language, the way out. */
export function Shell() {
  const t = useTexts(common)
  const { viewer } = useSession()
  const { connected } = useLive()
  return (
    <>
      <SkipLink href="#content">{t.skip}</SkipLink>
      <header className="header">
        <div className="header__in">
          <Link to="/" className="brand">
            {t.brand}
          </Link>
          <div className="header__side">
            <LanguageSwitch />
            {viewer && (
              <>
                <span className="header__name">{viewer.name}</span>
                <Button look="subtle" onClick={signOut}>
                  {t.signOut}
                </Button>
              </>
            )}
          </div>
        </div>
        {viewer && <Menu />}
      </header>
      <main id="content" className="main" tabIndex={-1}>
        <p className="offline" role="status">
          {connected ? '' : t.reconnecting}
        </p>
        <Outlet />
      </main>
      <footer className="footer">
        <Text soft>{t.notice}</Text>
      </footer>
      <SessionOver />
    </>
  )
}

function LanguageSwitch() {
  const t = useTexts(common)
  const { language, choose } = useLanguage()
  return (
    <div className="languages" role="group" aria-label={t.language}>
      {(['nl', 'en'] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          className="languages__one"
          aria-pressed={language === each}
          onClick={() => choose(each)}
        >
          {each === 'nl' ? 'Nederlands' : 'English'}
        </button>
      ))}
    </div>
  )
}

function Menu() {
  const t = useTexts(common)
  const items = useNavigation()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [open, setOpen] = useState(false)
  useEffect(() => setOpen(false), [path])
  if (items.length === 0) return null
  return (
    <nav className="menu" aria-label={t.mainNavigation}>
      <button
        type="button"
        className="menu__button"
        aria-expanded={open}
        aria-controls="menu"
        onClick={() => setOpen(!open)}
      >
        {t.menu}
      </button>
      <ul id="menu" data-open={open || undefined}>
        {items.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              className="menu__link"
              activeProps={{ 'aria-current': 'page' }}
              activeOptions={{ exact: false }}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The session ended under an open page: one signs in again beside it, and nothing that was typed is lost. */
function SessionOver() {
  const t = useTexts(common)
  const { over, again } = useSession()
  return (
    <Dialog open={over} title={t.over.title} onClose={again}>
      <Text>{t.over.text}</Text>
      <Actions>
        <a className="nl-button nl-button--primary" href={signInPath('/ingelogd')} target="_blank" rel="opener">
          {t.over.action}
        </a>
        <Button onClick={again}>{t.over.check}</Button>
      </Actions>
    </Dialog>
  )
}
