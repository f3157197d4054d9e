// `npm start`: builds the pages when they are not as their sources are, then starts the hub that the environment describes.
import { run } from '@doorstroomhub/gateway/main.ts'
import { buildPages } from '@doorstroomhub/web/build.ts'

await buildPages({ ifNeeded: true })
await run()
