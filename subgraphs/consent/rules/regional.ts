import type { Viewer } from '@doorstroomhub/kit/viewer.ts'

/** A region's counts are for its own bureau. */
export const isOwnRegion = (viewer: Viewer | null, code: string): boolean =>
  viewer?.role === 'REGION_ANALYST' && viewer.region === code
