import type { Context, Tracer } from '@opentelemetry/api'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'

/** Spans of a question and of the parts that subgraphs answered; no names, ids, variables or words of a question in them. */
export interface Traces {
  operation<Result>(asking: Asking, name: string, work: () => Promise<Result>): Promise<Result>
  step<Result>(asking: Asking, subgraph: string, work: () => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** When nobody asked for traces: nothing is loaded, and nothing costs anything. */
export const noTraces: Traces = {
  operation: (_asking, _name, work) => work(),
  step: (_asking, _subgraph, work) => work(),
  close: () => Promise.resolve(),
}

/** Sends traces to where `OTEL_EXPORTER_OTLP_ENDPOINT` says, as OTLP over HTTP. */
export async function openTraces(endpoint: string): Promise<Traces> {
  const [
    { SpanStatusCode, trace, ROOT_CONTEXT },
    { BasicTracerProvider, BatchSpanProcessor },
    { resourceFromAttributes },
    { OTLPTraceExporter },
  ] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ])
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'doorstroomhub' }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  })
  const tracer: Tracer = provider.getTracer('doorstroomhub')
  const within = new WeakMap<Asking, Context>()

  async function spanned<Result>(
    asking: Asking,
    name: string,
    attributes: Record<string, string>,
    isOperation: boolean,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const parent = within.get(asking) ?? ROOT_CONTEXT
    const span = tracer.startSpan(name, { attributes }, parent)
    if (isOperation) within.set(asking, trace.setSpan(parent, span))
    try {
      return await work()
    } catch (cause) {
      // The cause is in the log, under the request id; its message could hold a value.
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw cause
    } finally {
      span.end()
    }
  }

  return {
    operation: (asking, name, work) =>
      spanned(
        asking,
        name,
        {
          'hub.request_id': asking.requestId,
          'hub.role': asking.viewer?.role ?? 'none',
          'hub.purpose': asking.purpose ?? 'none',
        },
        true,
        work,
      ),
    step: (asking, subgraph, work) =>
      spanned(
        asking,
        `subgraph ${subgraph}`,
        { 'hub.request_id': asking.requestId, 'hub.subgraph': subgraph },
        false,
        work,
      ),
    close: () => provider.shutdown(),
  }
}
