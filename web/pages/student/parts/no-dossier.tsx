import { Link, Text } from '../../../parts/basics.tsx'
import { Page } from '../../../parts/page.tsx'
import { useTexts } from '../../../parts/texts.tsx'
import { myDossier } from '../my-dossier.texts.ts'

/** Somebody for whom no dossier was opened yet. */
export function NoDossier() {
  const t = useTexts(myDossier)
  return (
    <Page title={t.noDossierTitle}>
      <Text>{t.noDossier}</Text>
      <Link to="/uitnodiging">{t.haveCode}</Link>
    </Page>
  )
}
