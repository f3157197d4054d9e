import { useState } from 'react'
import { useAct } from './ask.ts'
import { Heading, Text } from './basics.tsx'
import { EraseDossier as Erase } from './erase-dossier.graphql.ts'
import { Sure } from './form.tsx'
import { FailureNote, Note } from './looks.tsx'

/** What it is called: "jij" to a student, "u" to a guardian. */
interface EraseWords {
  eraseTitle: string
  eraseText: string
  erase: string
  eraseYes: string
  eraseAgain: string
}

/** The right to have it all destroyed (GDPR art. 17): for who `can` ERASE. Asked twice. */
export function EraseDossier({
  id,
  words: t,
  onErased,
}: {
  id: string
  words: EraseWords
  /** It is gone: whoever shows the page says so, for nothing else of it is left. */
  onErased: () => void
}) {
  const erase = useAct(Erase)
  const [asked, setAsked] = useState(false)
  return (
    <section className="group" aria-labelledby="erase">
      <Heading level={2} id="erase">
        {t.eraseTitle}
      </Heading>
      <Text soft>{t.eraseText}</Text>
      <FailureNote failure={erase.failure} />
      {asked && (
        <Note kind="waiting" live>
          {t.eraseAgain}
        </Note>
      )}
      <Sure
        label={t.erase}
        title={t.eraseTitle}
        text={asked ? t.eraseAgain : t.eraseText}
        yes={t.eraseYes}
        busy={erase.busy}
        onYes={() =>
          void erase.act({ input: { dossierId: id } }).then((done) => {
            if (done?.eraseDossier) onErased()
            setAsked(done?.eraseDossier === false)
          })
        }
      />
    </section>
  )
}
