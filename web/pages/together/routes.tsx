import { createRoute } from '@tanstack/react-router'
import { areaRoute } from '../../root.tsx'
import { lazyPage } from '../../parts/lazy.tsx'

const ownTalks = areaRoute('talks', ['STUDENT'])
const together = areaRoute('together', ['STUDENT', 'GUARDIAN', 'MENTOR', 'CARE_COORDINATOR', 'INTAKER'])

/** One address for everybody who may open the live document of an application. */
export const togetherRoutes = [
  ownTalks.addChildren([
    createRoute({
      getParentRoute: () => ownTalks,
      path: '/kennismaking',
      component: lazyPage(() => import('./talks.tsx'), 'Talks'),
    }),
  ]),
  together.addChildren([
    createRoute({
      getParentRoute: () => together,
      path: '/samen/$dossier/$application',
      component: lazyPage(() => import('./together.tsx'), 'Together'),
    }),
  ]),
] as const
