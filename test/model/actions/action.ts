import type { Purpose } from '@doorstroomhub/consent/rules/words.ts'
import type { Model } from '../case.ts'
import type { Person } from '../people.ts'

/** What must come of an attempt. NOT_YOURS: refused because of who asks, to the mbo always with the same word. */
export type Verdict = 'OK' | 'NOT_FOUND' | 'NOT_AVAILABLE' | 'NOT_YOURS' | 'INVALID' | 'CONFLICT'

/** Draws choices from the numbers of one step, so that the same step in the same case is always the same attempt. */
export class Pick {
  readonly #numbers: readonly number[]
  #next = 0
  constructor(numbers: readonly number[]) {
    this.#numbers = numbers
  }
  below(count: number): number {
    const number = this.#numbers[this.#next % this.#numbers.length] ?? 0
    this.#next += 1
    return number % count
  }
  one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item
  }
  /** One of them, or null when there is none. */
  any<Item>(items: readonly Item[]): Item | null {
    return items.length === 0 ? null : this.one(items)
  }
  chance(percent: number): boolean {
    return this.below(100) < percent
  }
  /** Some of them, at least one. */
  some<Item>(items: readonly Item[], most = items.length): Item[] {
    const left = [...items]
    const count = 1 + this.below(Math.min(most, left.length))
    return Array.from({ length: count }, () => left.splice(this.below(left.length), 1)[0] as Item)
  }
}

/** One thing that people try, and what the domain says of it. */
// oxlint-disable-next-line typescript/no-explicit-any -- each action has an input of its own
export interface Action<Input = any> {
  mutation: string
  weight: number
  /** An input worth trying now; null when there is nothing to try it on. */
  draw(model: Model, pick: Pick): Input | null
  judge(model: Model, who: Person, input: Input): Verdict
  /** The input as the graph takes it. */
  input(model: Model, input: Input, who: Person): Record<string, unknown>
  /** What is read of the answer. */
  shown?: string
  /** The purpose that the request states. */
  purpose?(input: Input): Purpose
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever `shown` asks for
  apply(model: Model, who: Person, input: Input, answer: any): void
  /** The attempt in words, after the name of who tries. */
  tell(model: Model, input: Input): string
}

export const act = <Input>(action: Action<Input>): Action<Input> => action
