/** Something that the tests can use, for as long as this run lasts. */
export interface Found {
  /** How the tests reach it. */
  url: string
  /** What it is, in words. */
  what: string
  stop(): Promise<void>
}

/** Something that could not be had, and why. */
export interface Missing {
  missing: string
}
