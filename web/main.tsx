import '@nl-design-system-candidate/button-css/button.css'
import '@nl-design-system-candidate/heading-css/heading.css'
import '@nl-design-system-candidate/link-css/link.css'
import '@nl-design-system-candidate/number-badge-css/number-badge.css'
import '@nl-design-system-candidate/paragraph-css/paragraph.css'
import '@nl-design-system-candidate/skip-link-css/skip-link.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { Welcome } from './pages/start/later.ts'
import { noteMissing } from './parts/lazy.tsx'
import { askedWho } from './parts/session.tsx'
import { SLOW_MS } from './parts/slow.ts'
import { openRouter } from './routes.tsx'
import './theme/tokens.css'
import './theme/page.css'
import './theme/parts.css'
import './theme/print.css'

addEventListener('vite:preloadError', noteMissing)
// Not needed for the first look at a page.
void import('./parts/keep-focus.ts').then(({ keepFocus }) => keepFocus())
const page = document.getElementById('page')!

/** Draws the page, once with what it begins with if that is there before a wait is said on it. */
async function draw(): Promise<void> {
  const router = openRouter()
  let nobody = false
  const known = askedWho().then((isNobody) => {
    nobody = isNobody
    // One that cannot come is told of in its place.
    return isNobody ? Welcome.preload().catch(() => undefined) : undefined
  })
  await Promise.race([Promise.all([known, router.load()]), new Promise((resolve) => setTimeout(resolve, SLOW_MS))])
  createRoot(page).render(<App router={router} nobody={nobody} />)
}

// What the hub sends to whom it does not know (`welcome.tsx`) stands as it is: `first.ts` takes it away where it is not what is wanted.
if (!page.hasChildNodes()) void draw()
