// `npm start`: builds the pages when they are not as their sources are, then starts the hub that the environment describes.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Before anything of ours is loaded: a second start finds its files compiled, with their types already taken out.
enableCompileCache(join(import.meta.dirname, '..', '.cache', 'compiled'))
const { buildPages } = await import('@doorstroomhub/web/build.ts')
await buildPages({ ifNeeded: true })
const { run } = await import('@doorstroomhub/gateway/main.ts')
await run()
