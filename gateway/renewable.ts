import type { Engine } from './engine.ts'

/** An engine whose graph may be composed anew while it runs. */
export interface RenewableEngine extends Engine {
  /** From here on questions are answered by this graph; streams that are open go on with the former one. */
  renew(supergraphSdl: string): void
}

/** Opens the engine of this graph, to be renewed. A graph that the engine does not take is refused before anything has changed. */
export function openRenewable(supergraphSdl: string, open: (supergraphSdl: string) => Engine): RenewableEngine {
  let engine = open(supergraphSdl)
  const before: Engine[] = []
  return {
    get schema() {
      return engine.schema
    },
    validate: (document) => engine.validate(document),
    execute: (request) => engine.execute(request),
    renew(sdl) {
      const next = open(sdl)
      before.push(engine)
      engine = next
    },
    async close() {
      for (const one of [...before.splice(0), engine]) await one.close()
    },
  }
}
