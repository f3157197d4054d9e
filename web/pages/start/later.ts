import { lazyPage } from '../../parts/lazy.tsx'

/**
 * The welcome where it is not drawn beforehand (`web/welcome.tsx`): at another address than `/`, in English, and at `/` for who shows a
 * session that is none any more.
 */
export const Welcome = lazyPage<'Welcome', { back: string }>(() => import('./welcome.tsx'), 'Welcome')

export const NothingYet = lazyPage(() => import('./welcome.tsx'), 'NothingYet')
