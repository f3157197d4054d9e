import { fileURLToPath } from 'node:url'
import { answerOf, comparable, mustBeAlike, withoutPlaces, type Comparable } from './compare.ts'
import type { House, Place } from './house.ts'
import { start, type Program } from './program.ts'
import type { Running } from './rounds.ts'

/** The contestants of one row: started one after the other, looked at one after the other, ended together. */
export class Contestants {
  readonly #house: House
  readonly #core: number | null
  readonly #headers: Readonly<Record<string, string>>
  readonly #started: Program[] = []
  readonly running: Running[] = []

  constructor(house: House, core: number | null, headers = house.headers) {
    this.#house = house
    this.#core = core
    this.#headers = headers
  }

  /** A program that is not asked itself, such as a subgraph. */
  async program(name: string, file: string, env: Readonly<Record<string, string>>): Promise<Program> {
    const program = await start(name, file, { core: this.#core, env: { ...this.#house.env, ...env } })
    this.#started.push(program)
    return program
  }

  /** A program that is asked, and those that work for it. */
  async add(contestant: string, file: string, env: Readonly<Record<string, string>>, behind: readonly Program[] = []) {
    const program = await this.program(contestant, file, env)
    const url = program.url.endsWith('/graphql') ? program.url : `${program.url}/graphql`
    const pids = [program.pid, ...behind.map(({ pid }) => pid)]
    this.running.push({ contestant, url, headers: { ...this.#headers }, pids })
  }

  /**
   * Every contestant must give the answer of the first; gives that answer, cut to what was compared. Of those in `placeless` the paths of
   * errors are compared without the places in lists, since they leave some of them out.
   */
  async compare(body: string, placeless: readonly string[] = []): Promise<Comparable> {
    let expected: Comparable | undefined
    for (const { contestant, url, headers } of this.running) {
      const text = await answerOf(url, headers, body).catch((cause: unknown) => {
        throw new Error(`${contestant} gives no answer: ${String((cause as Error).cause ?? cause)}`, { cause })
      })
      const given = comparable(text)
      if (given.data === undefined || given.data === null)
        throw new Error(`${contestant} has no answer: ${given.errors[0]}`)
      expected ??= given
      if (placeless.includes(contestant)) mustBeAlike(withoutPlaces(expected), withoutPlaces(given), contestant)
      else mustBeAlike(expected, given, contestant)
    }
    if (!expected) throw new Error('There is nobody to compare.')
    return expected
  }

  async stop(): Promise<void> {
    for (const program of this.#started.toReversed()) await program.stop()
  }
}

/** Our own programs, by package path; those of the bench itself, by name. */
export const files = {
  hub: fileURLToPath(import.meta.resolve('@doorstroomhub/gateway/main.ts')),
  subgraph: (name: string): string => fileURLToPath(import.meta.resolve(`@doorstroomhub/${name}/main.ts`)),
  own: (name: string): string => fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url)),
}

/** The subgraphs, each alone over HTTP: consent first, for it judges for the others. */
export async function startSubgraphs(
  contestants: Contestants,
  place: Place,
): Promise<{ programs: Program[]; env: { SUBGRAPHS: string } }> {
  const consent = await contestants.program('consent', files.subgraph('consent'), { ...place })
  const started: [string, Program][] = [['consent', consent]]
  const judge = { JUDGE_URL: new URL('/internal/judge', consent.url).href }
  for (const name of ['person', 'support-needs', 'career-portfolio', 'intake-preparation'])
    started.push([name, await contestants.program(name, files.subgraph(name), { ...place, ...judge })])
  return {
    programs: started.map(([, program]) => program),
    env: { SUBGRAPHS: started.map(([name, { url }]) => `${name}=${url}`).join(',') },
  }
}
