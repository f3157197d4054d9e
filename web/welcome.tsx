import { createMemoryHistory } from '@tanstack/react-router'
import { renderToStaticMarkup } from 'react-dom/server'
import { App } from './app.tsx'
import { Welcome } from './pages/start/later.ts'
import { openRouter } from './routes.tsx'

/**
 * `/` as whoever is not signed in sees it, in Dutch: what the hub sends to them, made by `npm run pages`. Reading it and going on from it
 * needs no script, and it stands as it is; only the other language takes one (`parts/first.ts`), so without script the choice is not shown.
 */
export async function welcomeMarkup(): Promise<string> {
  const router = openRouter(createMemoryHistory({ initialEntries: ['/'] }))
  await Promise.all([router.load(), Welcome.preload()])
  return renderToStaticMarkup(<App router={router} nobody />)
}
