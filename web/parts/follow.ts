import type { AnyVariables, Client, DocumentInput } from 'urql'

const FIRST_WAIT = 500
const LONGEST_WAIT = 15_000

/** What a follower hears. */
export interface Follower<Data> {
  heard(data: Data): void
  /** The stream broke; it is opened again by itself. */
  broke(): void
  /** It is being opened again: something may have been missed. */
  again(): void
}

/** Follows a subscription until it is told to stop. `variables` are asked at each opening, so that a cursor may go on where it was. */
export function follow<Data, Variables extends AnyVariables>(
  client: Client,
  subscription: DocumentInput<Data, Variables>,
  variables: () => Variables,
  { heard, broke, again }: Follower<Data>,
): () => void {
  let wait = FIRST_WAIT
  let timer: ReturnType<typeof setTimeout> | undefined
  let close: () => void = () => undefined
  let stopped = false

  function open(): void {
    let over = false
    const { unsubscribe } = client.subscription(subscription, variables()).subscribe(({ data, error, hasNext }) => {
      if (data) {
        wait = FIRST_WAIT
        heard(data)
      }
      if ((error ?? !hasNext) && !stopped && !over) {
        over = true
        later()
      }
    })
    close = unsubscribe
  }
  function later(): void {
    broke()
    timer = setTimeout(() => {
      close()
      again()
      open()
    }, wait)
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }

  open()
  return () => {
    stopped = true
    clearTimeout(timer)
    close()
  }
}
