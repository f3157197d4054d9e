import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { lookAt, type Checks } from '../checks.ts'

/** How an operation ended. `partly`: with closed or missing parts; `failed`: something broke on our side. */
export type Outcome = 'answered' | 'partly' | 'refused' | 'failed'

/** Figures about the hub; never a name, an id or a question in them. */
export interface Metrics {
  answered(operation: string, outcome: Outcome, seconds: number): void
  streams: Gauge<'transport'>
  /** Websockets to the graph. */
  sockets: Gauge
  /** Connections to live documents through this gateway. */
  documents: Gauge
  unexpected: Counter
  limits: Counter<'limit'>
  /** Tokens and cookies that were not believed. */
  proofsRefused: Counter<'shown'>
  /** People with a browser: who came in, who was not let in, who went out. */
  signIns: Counter<'outcome'>
  /** A question to a subgraph, by how it ended. */
  asked(subgraph: string, outcome: 'answered' | 'failed', seconds: number): void
  /** The referee, asked by a subgraph in this process. */
  judged(seconds: number): void
  /** What must work, looked at whenever the figures are read. */
  watch(checks: Checks): void
  /** All of it, as Prometheus reads it. */
  text(): Promise<{ type: string; body: string }>
}

/** Figures about the process are there once, however many hubs run in it. */
let ofProcess: Registry | undefined
function processMetrics(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry()
    collectDefaultMetrics({ register: ofProcess })
  }
  return ofProcess
}

/** Opens the figures of one hub. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const seconds = new Histogram({
    name: 'hub_operation_seconds',
    help: 'Time from question to answer, by kind of operation and by how it ended.',
    labelNames: ['operation', 'outcome'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const streams = new Gauge({
    name: 'hub_streams_open',
    help: 'Subscriptions that are open now.',
    labelNames: ['transport'] as const,
    registers,
  })
  const sockets = new Gauge({ name: 'hub_sockets_open', help: 'Websockets to the graph that are open now.', registers })
  const documents = new Gauge({
    name: 'hub_document_sockets_open',
    help: 'Connections to live documents that are open now, through this gateway.',
    registers,
  })
  const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
  const subgraphs = new Histogram({
    name: 'hub_subgraph_seconds',
    help: 'Time that a subgraph took for a part of a question, by subgraph and by how it ended.',
    labelNames: ['subgraph', 'outcome'] as const,
    buckets,
    registers,
  })
  const judge = new Histogram({
    name: 'hub_judge_seconds',
    help: 'Time that the referee took, its lines in the read log included. In one process only.',
    buckets,
    registers,
  })
  let checks: Checks = {}
  new Gauge({
    name: 'hub_ready',
    help: 'Whether the database, the bus and each subgraph work: 1 or 0.',
    labelNames: ['part'] as const,
    registers,
    async collect() {
      for (const { name, ready } of await lookAt(checks)) this.set({ part: name }, ready ? 1 : 0)
    },
  })
  const limits = new Counter({
    name: 'hub_limits_met_total',
    help: 'Questions and connections refused for a limit, by limit.',
    labelNames: ['limit'] as const,
    registers,
  })
  const proofsRefused = new Counter({
    name: 'hub_proofs_refused_total',
    help: 'Tokens and cookies that were shown and not believed: over, ended, or false.',
    labelNames: ['shown'] as const,
    registers,
  })
  const signIns = new Counter({
    name: 'hub_sign_ins_total',
    help: 'People with a browser, by outcome: in, refused (also by their provider), out.',
    labelNames: ['outcome'] as const,
    registers,
  })
  const unexpected = new Counter({
    name: 'hub_unexpected_errors_total',
    help: 'Errors that went out as INTERNAL.',
    registers,
  })
  return {
    answered: (operation, outcome, took) => seconds.observe({ operation, outcome }, took),
    streams,
    sockets,
    documents,
    limits,
    proofsRefused,
    signIns,
    asked: (subgraph, outcome, took) => subgraphs.observe({ subgraph, outcome }, took),
    judged: (took) => judge.observe(took),
    watch: (given) => void (checks = given),
    unexpected,
    async text() {
      const merged = Registry.merge([processMetrics(), registry])
      return { type: merged.contentType, body: await merged.metrics() }
    },
  }
}
