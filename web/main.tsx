import './parts/early.ts'
import '@nl-design-system-candidate/button-css/button.css'
import '@nl-design-system-candidate/heading-css/heading.css'
import '@nl-design-system-candidate/link-css/link.css'
import '@nl-design-system-candidate/number-badge-css/number-badge.css'
import '@nl-design-system-candidate/paragraph-css/paragraph.css'
import '@nl-design-system-candidate/skip-link-css/skip-link.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LiveProvider } from './parts/live.tsx'
import { SessionProvider } from './parts/session.tsx'
import { LanguageProvider } from './parts/texts.tsx'
import { router } from './routes.tsx'
import './theme/tokens.css'
import './theme/page.css'
import './theme/parts.css'
import './theme/print.css'

// A page that the browser keeps whole for its back button shows nothing of what was on it, and asks anew: a right may have ended since,
// or somebody else may sit here now.
addEventListener('pagehide', ({ persisted }) => {
  if (persisted) document.documentElement.hidden = true
})
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})

// Not needed for the first look at a page.
void import('./parts/keep-focus.ts').then(({ keepFocus }) => keepFocus())
createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <LanguageProvider>
      <SessionProvider>
        <LiveProvider>
          <RouterProvider router={router} />
        </LiveProvider>
      </SessionProvider>
    </LanguageProvider>
  </StrictMode>,
)
