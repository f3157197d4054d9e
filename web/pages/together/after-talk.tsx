import { useEffect, useState } from 'react'
import { useAct } from '../../parts/ask.ts'
import { Heading, Text } from '../../parts/basics.tsx'
import { Sure } from '../../parts/form.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { EndTalk } from './together.graphql.ts'
import { together } from './together.texts.ts'

/** The talk has taken place: by the student or the intaker; the hub then keeps the text as a version. */
export function AfterTalk({ dossier, onEnded }: { dossier: { id: string; version: number }; onEnded: () => void }) {
  const t = useTexts(together)
  const end = useAct(EndTalk)
  return (
    <section className="group screen-only" aria-labelledby="after">
      <Heading level={2} id="after">
        {t.afterTitle}
      </Heading>
      <Text>{t.after}</Text>
      <FailureNote failure={end.failure} />
      <Sure
        label={t.end}
        title={t.end}
        text={t.after}
        yes={t.endYes}
        busy={end.busy}
        onYes={() =>
          void end
            .act({ input: { id: dossier.id, expectedVersion: dossier.version, to: 'SHARED' } })
            .then((done) => done && onEnded())
        }
      />
    </section>
  )
}

const EVERY_MS = 1_000
const TIMES = 15

/** After a talk ended the hub keeps the version by itself, a moment later: asks until it is there. */
export function useKeptSoon(versions: number, again: () => void): [ended: boolean, begin: () => void] {
  const [from, setFrom] = useState<number | null>(null)
  const [times, setTimes] = useState(0)
  const waits = from !== null && versions <= from && times < TIMES
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => {
      again()
      setTimes((before) => before + 1)
    }, EVERY_MS)
    return () => clearTimeout(timer)
  }, [waits, times, again])
  return [
    from !== null && versions > from,
    () => {
      setFrom(versions)
      setTimes(0)
    },
  ]
}
