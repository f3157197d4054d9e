const isSeen = (one: Element): boolean => one.isConnected && one.getClientRects().length > 0

/**
 * When what has the focus goes from the page (a button that did its work, a form that was sent), the focus goes to what is left around
 * it. The browser would begin at the top of the page again: who works by keyboard, or listens, goes on from here.
 */
export function keepFocus(): void {
  /** What had the focus last, and all that is around it. */
  let around: HTMLElement[] = []
  const isLost = (): boolean => document.activeElement === document.body && around[0] !== undefined
  document.addEventListener('focusin', ({ target }) => {
    around = []
    for (let one = target as HTMLElement | null; one && one !== document.body; one = one.parentElement) around.push(one)
  })
  document.addEventListener('focusout', () =>
    // Who leaves it by themselves is not brought back later.
    setTimeout(() => {
      if (isLost() && isSeen(around[0]!)) around = []
    }),
  )
  let waits = false
  new MutationObserver(() => {
    if (waits || !isLost() || isSeen(around[0]!)) return
    waits = true
    // A part that knows better where it goes has done so by then.
    requestAnimationFrame(() => {
      waits = false
      const left = isLost() ? around.find(isSeen) : undefined
      if (!left || isSeen(around[0]!)) return
      if (!left.hasAttribute('tabindex')) {
        left.tabIndex = -1
        left.addEventListener('blur', () => left.removeAttribute('tabindex'), { once: true })
      }
      left.focus({ preventScroll: true })
    })
  }).observe(document.body, { childList: true, subtree: true })
}
