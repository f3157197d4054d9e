import type { Engine } from '@doorstroomhub/gateway/engine.ts'
import type { ReportUnexpected } from '@doorstroomhub/gateway/engine/errors.ts'
import { openMetrics } from '@doorstroomhub/gateway/http/metrics.ts'
import { openHttp } from '@doorstroomhub/gateway/http.ts'
import { openLog } from '@doorstroomhub/kit/log.ts'
import { openBudgets } from '@doorstroomhub/gateway/limits/budgets.ts'
import { openOperations } from '@doorstroomhub/gateway/operations.ts'
import { openSession } from '@doorstroomhub/gateway/session.ts'
import { readSettings } from '@doorstroomhub/gateway/settings.ts'
import { openSubgraphs } from '@doorstroomhub/gateway/subgraphs.ts'
import { memoryBus } from '@doorstroomhub/kit/bus.ts'
import type { OperationContext } from '@doorstroomhub/kit/context.ts'
import type { contextSymbol } from '@doorstroomhub/kit/serve.ts'
import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import type { OpenSubgraph } from '@doorstroomhub/kit/subgraph.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'

/** An open subgraph, with the way to a context for its resolvers. */
export type Serving = OpenSubgraph & { [contextSymbol](asking: Asking): OperationContext }

/** The hub's own front door and subgraphs, with another engine between them: what differs is the engine alone. */
export async function serveWith(
  makeEngine: (subgraphs: readonly Serving[], onUnexpected: ReportUnexpected) => Engine | Promise<Engine>,
): Promise<void> {
  const settings = await readSettings(process.env)
  const clock = () => new Date()
  const log = openLog(settings.logLevel)
  const onUnexpected: ReportUnexpected = (cause, { requestId }, subgraph) =>
    log.error({ requestId, subgraph, cause }, 'unexpected')
  const database = await openDatabase(settings)
  const subgraphs = await openSubgraphs({
    database,
    bus: memoryBus(),
    clock,
    keys: { personalNumber: settings.keys.personalNumber! },
    onError: (cause) => log.error({ cause }, 'unexpected, outside any request'),
  })
  const engine = await makeEngine(subgraphs as Serving[], onUnexpected)
  const budgets = openBudgets(settings.limits)
  const http = await openHttp({ port: settings.port, host: settings.host, log })
  await http.serve({
    engine,
    operations: openOperations(engine, onUnexpected, { budgets }),
    session: openSession({ issuer: settings.oidc!.issuer, clock }),
    metrics: openMetrics(),
    clock,
    budgets,
    proxies: 0,
    log,
    demo: false,
    checks: {},
    mounted: [],
    sockets: [],
  })
  const end = async (): Promise<void> => {
    await http.close()
    for (const subgraph of subgraphs) await subgraph.close()
    await database.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void end())
  process.once('disconnect', () => void end())
  process.stdout.write(`ready http://127.0.0.1:${http.port}\n`)
}
