import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { LiveProvider } from './parts/live.tsx'
import { SessionProvider } from './parts/session.tsx'
import { LanguageProvider } from './parts/texts.tsx'
import type { Router } from './routes.tsx'

/** All pages. `nobody` when it is known without asking that nobody is signed in. */
export const App = ({ router, nobody = false }: { router: Router; nobody?: boolean }) => (
  <StrictMode>
    <LanguageProvider>
      <SessionProvider nobody={nobody}>
        <LiveProvider>
          <RouterProvider router={router} />
        </LiveProvider>
      </SessionProvider>
    </LanguageProvider>
  </StrictMode>
)
