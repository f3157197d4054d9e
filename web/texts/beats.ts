/** How often at most something is made anew: whole minutes as minutes, all else as seconds. */
export const beats = {
  nl(seconds: number): string {
    const [count, one, more] = counted(seconds, ['seconde', 'seconden'], ['minuut', 'minuten'])
    return count === 1 ? `hooguit eens per ${one}` : `hooguit eens per ${count} ${more}`
  },
  en(seconds: number): string {
    const [count, one, more] = counted(seconds, ['second', 'seconds'], ['minute', 'minutes'])
    return count === 1 ? `at most once a ${one}` : `at most once every ${count} ${more}`
  },
}

type Unit = readonly [one: string, more: string]

function counted(seconds: number, second: Unit, minute: Unit): [count: number, ...Unit] {
  return seconds >= 60 && seconds % 60 === 0 ? [seconds / 60, ...minute] : [seconds, ...second]
}
