import { once } from 'node:events'
import type { Said } from './order.ts'

/** The program's side of `order.ts`: carries out the one order that comes. `mark` waits until the other side has looked. */
export function onOrder<Order, Done>(
  work: (order: Order, mark: (name: string) => Promise<void>) => Promise<Done>,
): void {
  const say = (said: Said<Done>): void => void process.send?.(said)
  const mark = async (name: string): Promise<void> => {
    const looked = once(process, 'message')
    say({ mark: name })
    await looked
  }
  process.once('message', ({ order }: { order: Order }) => {
    work(order, mark).then(
      (done) => say({ done }),
      (cause: unknown) => say({ failed: cause instanceof Error ? String(cause.stack) : String(cause) }),
    )
  })
  process.once('disconnect', () => process.exit(0))
}
