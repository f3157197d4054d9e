import { createRoute } from '@tanstack/react-router'
import { areaRoute } from '../../root.tsx'
import { lazyPage } from '../../parts/lazy.tsx'
import { readRegionFilter } from './region-filter.ts'

const regionArea = areaRoute('regio-area', ['REGION_ANALYST'])
const signersArea = areaRoute('afspraken-area', ['REGION_ANALYST', 'ADMINISTRATOR'])
const hubArea = areaRoute('beheer-area', ['ADMINISTRATOR'])
const municipalityArea = areaRoute('gemeente-area', ['MUNICIPALITY'])

export const officeRoutes = [
  regionArea.addChildren([
    createRoute({
      getParentRoute: () => regionArea,
      path: '/regio',
      validateSearch: readRegionFilter,
      component: lazyPage(() => import('./region.tsx'), 'RegionPage'),
    }),
  ]),
  signersArea.addChildren([
    createRoute({
      getParentRoute: () => signersArea,
      path: '/afspraken',
      component: lazyPage(() => import('./agreements.tsx'), 'AgreementsPage'),
    }),
    createRoute({
      getParentRoute: () => signersArea,
      path: '/afspraken/$region',
      component: lazyPage(() => import('./agreements.tsx'), 'AgreementsOfOneRegion'),
    }),
  ]),
  hubArea.addChildren([
    createRoute({
      getParentRoute: () => hubArea,
      path: '/beheer',
      component: lazyPage(() => import('./hub.tsx'), 'HubPage'),
    }),
  ]),
  municipalityArea.addChildren([
    createRoute({
      getParentRoute: () => municipalityArea,
      path: '/inwoners',
      component: lazyPage(() => import('./residents.tsx'), 'ResidentsPage'),
    }),
  ]),
] as const
