import { Actions, Link, Text } from '../../../parts/basics.tsx'
import { Note } from '../../../parts/looks.tsx'
import { Page } from '../../../parts/page.tsx'
import { useTexts } from '../../../parts/texts.tsx'
import { noDossier } from './no-dossier.texts.ts'

/** Somebody for whom no dossier was opened yet, or who has just had it `erased`: how one comes. */
export function NoDossier({ erased = false }: { erased?: boolean }) {
  const t = useTexts(noDossier)
  return (
    <Page title={t.noDossierTitle}>
      {erased && (
        <Note kind="good" live>
          {t.erased}
        </Note>
      )}
      <Text>{t.noDossier}</Text>
      <ol>
        {t.noDossierSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Actions>
        <Link to="/uitnodiging" className="nl-button nl-button--primary">
          {t.haveCode}
        </Link>
      </Actions>
      <Text soft>{t.noDossierAsk}</Text>
    </Page>
  )
}
