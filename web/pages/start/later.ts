import { lazyPage } from '../../parts/lazy.tsx'

/** The welcome where it is not drawn beforehand (`web/welcome.tsx`): at another address than `/`, and in English. */
export const Welcome = lazyPage<'Welcome', { back: string }>(() => import('./welcome.tsx'), 'Welcome')

export const NothingYet = lazyPage(() => import('./welcome.tsx'), 'NothingYet')
