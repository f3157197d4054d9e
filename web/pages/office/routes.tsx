import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { areaRoute } from '../../root.tsx'
import { readRegionFilter } from './region-filter.ts'

const regionArea = areaRoute('regio-area', ['REGION_ANALYST'])
const municipalityArea = areaRoute('gemeente-area', ['MUNICIPALITY'])

export const officeRoutes = [
  regionArea.addChildren([
    createRoute({
      getParentRoute: () => regionArea,
      path: '/regio',
      validateSearch: readRegionFilter,
      component: lazyRouteComponent(() => import('./region.tsx'), 'RegionPage'),
    }),
  ]),
  municipalityArea.addChildren([
    createRoute({
      getParentRoute: () => municipalityArea,
      path: '/inwoners',
      component: lazyRouteComponent(() => import('./residents.tsx'), 'ResidentsPage'),
    }),
  ]),
] as const
