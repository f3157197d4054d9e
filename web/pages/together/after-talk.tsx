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
